package dev.revgraph.store;

import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Writes records. A change of a row and its line in the log are one statement: one round trip, and no way to have the
 * one without the other. Every write checks that it changed exactly one row.
 */
public final class RecordWriter {

    static final String INSERT = """
            INSERT INTO {revision} (id, parents, dependencies, labels, description, kind, transactional,
                checksum_algorithm, upgrade_checksum, downgrade_checksum, downgrade_script, seal, state,
                direction, statements_started, statements_finished, applied_at, applied_by, application,
                application_version, millis)
            VALUES (?, pg_catalog.string_to_array(?, ' '), pg_catalog.string_to_array(?, ' '), pg_catalog.string_to_array(?, ' '), ?, ?, ?,
                ?, ?, ?, ?, ?, 'applied', 'upgrade', ?, ?, pg_catalog.clock_timestamp(), session_user, ?, ?, ?)
            """;

    /** A row that should not be there is then one that was not written. */
    static final String UNLESS_THERE = "ON CONFLICT (id) DO NOTHING";

    static final String ON_REPEAT = """
            ON CONFLICT (id) DO UPDATE SET description = excluded.description,
                checksum_algorithm = excluded.checksum_algorithm, upgrade_checksum = excluded.upgrade_checksum,
                statements_started = excluded.statements_started, statements_finished = excluded.statements_finished,
                applied_at = excluded.applied_at, applied_by = excluded.applied_by,
                application = excluded.application, application_version = excluded.application_version,
                millis = excluded.millis
            """;

    static final String DELETE = "DELETE FROM {revision} WHERE id = ? AND state = ?";

    /** A downgrade may take the views and functions with it that the repeatable scripts made; they run again later. */
    static final String FORGET_REPEATABLES = "forgotten AS (DELETE FROM {revision} WHERE kind = 'repeatable'), ";

    private static final String LOG = """
            INSERT INTO {history} (operation, revision, heads_before, heads_after, outcome, started_at, finished_at,
                username, host, application, application_version, reason, error, sqlstate)
            SELECT ?, ?, pg_catalog.string_to_array(?, ' '), pg_catalog.string_to_array(?, ' '), ?,
                   pg_catalog.clock_timestamp() - ? * interval '1 millisecond', pg_catalog.clock_timestamp(), session_user, ?, ?, ?, ?, ?, ?
            """;

    private static final String REWRITE = """
            UPDATE {revision} SET parents = pg_catalog.string_to_array(?, ' '), dependencies = pg_catalog.string_to_array(?, ' '),
                labels = pg_catalog.string_to_array(?, ' '), description = ?, kind = ?, transactional = ?,
                checksum_algorithm = ?, upgrade_checksum = ?, downgrade_checksum = ?, downgrade_script = ?, seal = ?
             WHERE id = ? AND state = 'applied'
            """;

    private final Tables tables;
    private final Author author;
    private final String insert;
    private final String repeat;
    private final String delete;

    RecordWriter(Tables tables, Author author) {
        this.tables = tables;
        this.author = author;
        this.insert = change("", INSERT + UNLESS_THERE);
        this.repeat = change("", INSERT + ON_REPEAT);
        this.delete = change(FORGET_REPEATABLES, DELETE);
    }

    /** Records a revision as applied. */
    public Change insert(RevisionRecord revision, int statements, HistoryLine line) {
        return change(insert, insertion(revision, statements, line.millis()), line, revision.id());
    }

    /** Records that a repeatable script ran, for the first time or again. */
    public Change repeat(RevisionRecord revision, int statements, HistoryLine line) {
        return change(repeat, insertion(revision, statements, line.millis()), line, revision.id());
    }

    /** Forgets a revision that has been undone, and that the repeatable scripts ran. */
    public Change delete(String revision, boolean running, HistoryLine line) {
        return change(delete, List.of(revision, running ? "running" : "applied"), line, revision);
    }

    /** A change of one row by any statement, together with its line in the log. Returns the number of the line. */
    long changeOne(JdbcOperations jdbc, String change, List<Object> arguments, HistoryLine line, String revision) {
        return KeptStatements.none(jdbc).make(change(change("", change), arguments, line, revision));
    }

    private Change change(String sql, List<Object> arguments, HistoryLine line, String revision) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(arguments(line));
        return new Change(sql, all, revision, line.operation().text());
    }

    private String change(String beside, String change) {
        return tables.sql(Change.exactlyOne(beside + "changed AS (" + change + " RETURNING id), logged AS (" + LOG
                + " FROM changed RETURNING id)"));
    }

    /** A change of one row and its line in the log, as one statement that returns the number of the line. */
    static String logged(String beside, String change) {
        return "WITH " + beside + "changed AS (" + change + " RETURNING id) " + LOG + " FROM changed RETURNING id";
    }

    /** Records an applied revision as it is now, without running it. */
    public void rewrite(JdbcOperations jdbc, RevisionRecord revision, HistoryLine line) {
        List<Object> values = recorded(List.of(), revision, List.of(revision.id()));
        changeOne(jdbc, REWRITE, values, line, revision.id());
    }

    /** Forgets a row, whatever it is. */
    public void forget(JdbcOperations jdbc, String row, HistoryLine line) {
        changeOne(jdbc, "DELETE FROM {revision} WHERE id = ?", List.of(row), line, row);
    }

    /** Adds a line that goes with no single row: a failure, a stamp. */
    public long log(JdbcOperations jdbc, HistoryLine line) {
        return jdbc.queryForList(
                        tables.sql(LOG + " RETURNING id"),
                        Long.class,
                        arguments(line).toArray())
                .get(0);
    }

    /** Rows added without running anything, all in one batch. */
    public void insertAll(JdbcOperations jdbc, List<RevisionRecord> revisions) {
        List<Object[]> rows = revisions.stream()
                .map(revision -> insertion(revision, 0, 0).toArray())
                .toList();
        int[] counts = jdbc.batchUpdate(tables.sql(INSERT), rows);
        // The driver does not count where it is told to join inserts (reWriteBatchedInserts); a row that is there
        // fails.
        if (Arrays.stream(counts).anyMatch(count -> count != 1 && count != Statement.SUCCESS_NO_INFO)) {
            throw new CorruptRecordException(
                    revisions.get(0).id(), "stamp", Arrays.stream(counts).sum());
        }
    }

    /** Rows forgotten without running anything. */
    public void deleteAll(JdbcOperations jdbc, List<String> revisions) {
        int count = jdbc.update(
                tables.sql("DELETE FROM {revision} WHERE id = ANY (pg_catalog.string_to_array(?, ' '))"),
                String.join(" ", revisions));
        if (count != revisions.size()) {
            throw new CorruptRecordException(revisions.get(0), "stamp", count);
        }
    }

    private List<Object> insertion(RevisionRecord revision, int statements, long millis) {
        return insertion(revision, statements, millis, author.application(), author.applicationVersion());
    }

    /** What {@link #INSERT} binds; the last three are values, or whatever stands for them. */
    static List<Object> insertion(
            RevisionRecord revision,
            int statements,
            Object millis,
            @Nullable Object application,
            @Nullable Object applicationVersion) {
        return recorded(
                List.of(revision.id()),
                revision,
                typed(statements, statements, application, applicationVersion, millis));
    }

    private List<Object> arguments(HistoryLine line) {
        return arguments(line, line.millis(), author.host(), author.application(), author.applicationVersion());
    }

    /** What {@link #LOG} binds; all but the line are values, or whatever stands for them. */
    static List<Object> arguments(
            HistoryLine line,
            Object millis,
            @Nullable Object host,
            @Nullable Object application,
            @Nullable Object applicationVersion) {
        return typed(
                line.operation().text(),
                line.revision(),
                String.join(" ", line.headsBefore()),
                String.join(" ", line.headsAfter()),
                line.outcome(),
                millis,
                host,
                application,
                applicationVersion,
                line.reason(),
                line.error(),
                line.sqlState());
    }

    /** What a row says of its revision, from its parents to its seal, between other values. */
    static List<Object> recorded(List<?> before, RevisionRecord revision, List<?> after) {
        List<Object> columns = typed(
                String.join(" ", revision.parents()),
                String.join(" ", revision.dependencies()),
                String.join(" ", revision.labels()),
                revision.description(),
                revision.kind().text(),
                revision.transactional(),
                revision.checksumAlgorithm(),
                revision.upgradeChecksum(),
                revision.downgradeChecksum(),
                revision.downgradeScript(),
                revision.seal());
        return Stream.of(before, columns, after).<Object>flatMap(List::stream).toList();
    }

    /** Nulls carry their type, or the driver would have to ask the server for it. */
    static List<Object> typed(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? new SqlParameterValue(Types.VARCHAR, null) : value)
                .toList();
    }
}
