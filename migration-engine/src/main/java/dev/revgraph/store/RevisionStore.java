package dev.revgraph.store;

import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.HistoryPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The records of one database in one schema. Holds no connection: every method works on the one it is given, inside
 * the caller's transaction. Immutable and thread-safe.
 */
public final class RevisionStore {

    private final Tables tables;
    private final RecordWriter writer;
    private final ProgressWriter progress;

    public RevisionStore(Identifier schema, Author author) {
        this.tables = new Tables(schema);
        this.writer = new RecordWriter(tables, author);
        this.progress = new ProgressWriter(tables, author);
    }

    /**
     * Where the records are or would be, in one statement.
     *
     * @param schema the configured schema; {@code null} for the connection's current one
     */
    public static Place locate(JdbcOperations jdbc, @Nullable String schema) {
        return StateReader.place(jdbc, schema);
    }

    /**
     * Everything recorded, in one statement; in a second one, where nothing is, what is there nevertheless.
     *
     * @throws LayoutException if the tables are another version's
     */
    public static StoredState read(JdbcOperations jdbc, Place place) {
        requireReadable(place);
        if (!place.tablesExist() || place.schema() == null) {
            return StoredState.nothing().beside(ForeignObjects.find(jdbc, place.schema()));
        }
        Tables tables = new Tables(place.schema());
        StoredState state = StateReader.state(jdbc, tables);
        return state.rows().isEmpty() ? state.beside(ForeignObjects.lost(jdbc, tables)) : state;
    }

    /**
     * The outline of everything recorded, in one small statement.
     *
     * @throws LayoutException if the tables are another version's
     */
    public static Outline outline(JdbcOperations jdbc, Place place) {
        requireReadable(place);
        if (!place.tablesExist() || place.schema() == null) {
            return Outline.NOTHING;
        }
        return StateReader.outline(jdbc, new Tables(place.schema()));
    }

    /** The outline of everything recorded; the tables exist. */
    public Outline outline(JdbcOperations jdbc) {
        return StateReader.outline(jdbc, tables);
    }

    /**
     * What the last run left, if it left nothing to do and the records are as it left them, in one small statement.
     *
     * @throws LayoutException if the tables are another version's
     */
    public static Optional<Settled> settled(JdbcOperations jdbc, Place place) {
        requireReadable(place);
        if (!place.tablesExist() || place.schema() == null) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        new Tables(place.schema()).sql(Settled.READ),
                        (row, number) -> new Settled(
                                row.getString(1),
                                StateReader.words(row.getString(2)),
                                StateReader.words(row.getString(3)),
                                row.getInt(4)))
                .stream()
                .findFirst();
    }

    /**
     * Remembers that nothing is left to do, unless others have changed something since.
     *
     * @param files digest of the files that this was found from
     * @param version number of the last history line
     */
    public void settle(JdbcOperations jdbc, String files, List<String> heads, long version) {
        jdbc.update(tables.sql(Settled.WRITE), files, String.join(" ", heads), version);
    }

    /**
     * Returns if there are no tables yet, or tables that this version knows.
     *
     * @throws LayoutException if they are another version's, or somebody else's
     */
    public static void requireReadable(Place place) {
        if (place.schema() != null) {
            LayoutException.requireKnown(place.schema(), place);
        }
    }

    public Identifier schema() {
        return tables.schema();
    }

    /** The key of the advisory lock that guards these records; the same for every instance and every version. */
    public MigrationLock lock() {
        return MigrationLock.ofRecords(tables.schema());
    }

    /** Held by each transaction in which a revision that has none of its own runs a statement or a batch. */
    public MigrationLock workLock() {
        return MigrationLock.ofWork(tables.schema());
    }

    /** The query for whether the tables are there, see {@link #placeIn}. */
    public String placeQuery() {
        return StateReader.placeQuery(tables.schema());
    }

    /** What {@link #placeQuery} has found, from its row. */
    public static Place placeIn(ResultSet row) throws SQLException {
        return StateReader.toPlace(row);
    }

    /** The statements that create the tables, and their schema if need be. The caller has seen that they are missing. */
    public String creation(boolean schemaExists) {
        return tables.sql((schemaExists ? "" : Tables.CREATE_SCHEMA + "; ") + Tables.CREATE.strip());
    }

    /**
     * The query for what others did meanwhile: the number of the last history line (see {@link
     * StoredState#version()}), and the revision that somebody runs outside a transaction.
     */
    public String lookQuery() {
        return tables.sql(
                "SELECT coalesce(max(id), 0), (SELECT id FROM {revision} WHERE state = 'running')" + " FROM {history}");
    }

    /** The records as they are now; the tables exist. */
    public StoredState state(JdbcOperations jdbc) {
        return StateReader.state(jdbc, tables);
    }

    public RecordWriter writer() {
        return writer;
    }

    public SessionsAtWork sessionsAtWork() {
        return new SessionsAtWork(tables);
    }

    public ProgressWriter progress() {
        return progress;
    }

    /** The SQL that undoes an applied revision, as it was stored; empty if there is none. */
    public Optional<String> downgradeScript(JdbcOperations jdbc, String revision) {
        return jdbc
                .queryForList(
                        tables.sql("SELECT coalesce(downgrade_script, '') FROM {revision} WHERE id = ?"
                                + " AND downgrade_script IS NOT NULL"),
                        String.class,
                        revision)
                .stream()
                .findFirst();
    }

    /** A page of the log, newest first; pages count from 0. */
    public HistoryPage history(JdbcOperations jdbc, int page, int size) {
        Long total = jdbc.queryForObject(tables.sql("SELECT count(*) FROM {history}"), Long.class);
        List<HistoryEntry> entries = HistoryReader.page(jdbc, tables, (long) page * size, size);
        return new HistoryPage(entries, page, size, total == null ? 0 : total);
    }
}
