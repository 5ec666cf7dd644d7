package dev.revgraph.run;

import dev.revgraph.plan.Aftermath;
import dev.revgraph.plan.Aftermath.Detached;
import dev.revgraph.plan.Aftermath.IndexBuilt;
import dev.revgraph.plan.Aftermath.IndexDropped;
import dev.revgraph.plan.Aftermath.Listed;
import dev.revgraph.plan.Aftermath.Reindexed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What the catalog says of a statement that nobody saw the end of.
 *
 * @param done whether it took effect
 * @param obstacles statements that clear away what is in the way of running it again
 * @param instead what finishes it, if running it again would not; otherwise {@code null}
 */
record CatalogLook(
        boolean done, List<String> obstacles, @Nullable String instead) {

    private static final String INDEX = """
            SELECT i.indisvalid AND i.indisready AS valid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
              FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE i.indrelid = pg_catalog.to_regclass(?) AND c.relname = (pg_catalog.parse_ident(?))[1]
            """;

    /** What a REINDEX CONCURRENTLY leaves of new indexes that were not finished, and of old ones that were replaced. */
    private static final String LEFT_OVER = """
            SELECT pg_catalog.format('%%I.%%I', n.nspname, c.relname)
              FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE i.indrelid = %s AND NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
             ORDER BY 1
            """;

    private static final String TABLE = "pg_catalog.to_regclass(?)";

    private static final String TABLE_OF_INDEX =
            "(SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid = pg_catalog.to_regclass(?))";

    private static final String DETACH_PENDING = """
            SELECT inhdetachpending FROM pg_catalog.pg_inherits
             WHERE inhparent = pg_catalog.to_regclass(?) AND inhrelid = pg_catalog.to_regclass(?)
            """;

    private static final CatalogLook DONE = new CatalogLook(true, List.of(), null);
    private static final CatalogLook AGAIN = new CatalogLook(false, List.of(), null);

    /** @param aftermath one that can be decided; otherwise nothing is done and nothing in the way */
    static CatalogLook at(JdbcOperations jdbc, Aftermath aftermath) {
        if (aftermath instanceof IndexBuilt built) {
            return of(jdbc, built);
        }
        if (aftermath instanceof IndexDropped dropped) {
            return exists(jdbc, "SELECT pg_catalog.to_regclass(?) IS NOT NULL", dropped.index()) ? AGAIN : DONE;
        }
        if (aftermath instanceof Reindexed reindexed) {
            String query = LEFT_OVER.formatted(reindexed.table() ? TABLE : TABLE_OF_INDEX);
            return new CatalogLook(false, drops(jdbc.queryForList(query, String.class, reindexed.name())), null);
        }
        if (aftermath instanceof Detached detached) {
            return of(jdbc, detached);
        }
        if (aftermath instanceof Listed listed) {
            String query = "SELECT EXISTS (SELECT FROM pg_catalog.%s WHERE %s = (pg_catalog.parse_ident(?))[1])"
                    .formatted(listed.catalog(), listed.column());
            return exists(jdbc, query, listed.name()) == listed.there() ? DONE : AGAIN;
        }
        return AGAIN;
    }

    private static CatalogLook of(JdbcOperations jdbc, IndexBuilt built) {
        return jdbc
                .query(
                        INDEX,
                        (row, number) -> row.getBoolean("valid")
                                ? DONE
                                : new CatalogLook(false, drops(List.of(row.getString("name"))), null),
                        built.table(),
                        built.index())
                .stream()
                .findFirst()
                .orElse(AGAIN);
    }

    private static CatalogLook of(JdbcOperations jdbc, Detached detached) {
        List<Boolean> pending =
                jdbc.queryForList(DETACH_PENDING, Boolean.class, detached.table(), detached.partition());
        if (pending.isEmpty()) {
            return DONE;
        }
        return pending.get(0)
                ? new CatalogLook(
                        false,
                        List.of(),
                        "ALTER TABLE " + detached.table() + " DETACH PARTITION " + detached.partition() + " FINALIZE")
                : AGAIN;
    }

    private static List<String> drops(List<String> indexes) {
        return indexes.stream().map(index -> "DROP INDEX CONCURRENTLY " + index).toList();
    }

    private static boolean exists(JdbcOperations jdbc, String query, String name) {
        return Boolean.TRUE.equals(jdbc.queryForObject(query, Boolean.class, name));
    }
}
