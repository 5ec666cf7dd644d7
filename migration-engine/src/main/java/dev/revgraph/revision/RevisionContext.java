package dev.revgraph.revision;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a {@link JavaRevision} works with while it runs. It is bound to the run's one connection and thread and must not
 * be kept.
 */
public interface RevisionContext {

    /** The id of the revision that runs. */
    String revision();

    /**
     * SQL on the connection and in the transaction of the migration, with its time-outs. Transactions are not begun or
     * ended through it.
     */
    JdbcClient jdbc();

    /** What exists in the database at this moment, changes made earlier in the same revision included. */
    SchemaInspector schema();

    /**
     * Changes many rows in pages, each committed by itself; see {@link Batches}.
     *
     * @param name the name under which the progress is recorded: unique within the revision, and the same in every
     *     release, or the next run begins again
     * @throws dev.revgraph.MigrationException (code {@code bad-script}) if the revision runs in a transaction, or the
     *     name is used twice
     */
    BatchSource batches(String name);

    /** The values of {@code migration.placeholders.*}, sorted by name. */
    Map<String, String> placeholders();
}
