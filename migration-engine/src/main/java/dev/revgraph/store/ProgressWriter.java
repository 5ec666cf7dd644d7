package dev.revgraph.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keeps track of a revision that runs outside a transaction. Its row says, before and after each statement, which one
 * was begun and which have committed, and which server process runs it; so that after a crash the next run knows where
 * to go on, and meanwhile every other instance sees that somebody is at work.
 */
public final class ProgressWriter {

    /** The driver is told another process number than the server's where a pooler stands between them. */
    private static final String BACKEND = """
            backend_pid = pg_catalog.pg_backend_pid(),
            backend_start = (SELECT backend_start FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()),
            seen_at = pg_catalog.clock_timestamp(), pooled = pg_catalog.pg_backend_pid() <> ?
            """;

    static final String BEGIN_UPGRADE = """
            INSERT INTO {revision} (id, parents, dependencies, labels, description, kind, transactional,
                checksum_algorithm, upgrade_checksum, downgrade_checksum, downgrade_script, seal, state,
                direction, statements_started, statements_finished, backend_pid, backend_start, seen_at,
                applied_at, applied_by, application, application_version, millis, pooled)
            VALUES (?, pg_catalog.string_to_array(?, ' '), pg_catalog.string_to_array(?, ' '), pg_catalog.string_to_array(?, ' '), ?, ?, ?,
                ?, ?, ?, ?, ?, 'running', 'upgrade', 0, 0, pg_catalog.pg_backend_pid(),
                (SELECT backend_start FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()),
                pg_catalog.clock_timestamp(), pg_catalog.clock_timestamp(), session_user, ?, ?, 0, pg_catalog.pg_backend_pid() <> ?)
            ON CONFLICT (id) DO NOTHING
            """;

    static final String BEGIN_DOWNGRADE = """
            UPDATE {revision} SET state = 'running', direction = 'downgrade', statements_started = 0,
                statements_finished = 0, statement = NULL, batches = '{}', %s
             WHERE id = ? AND state = 'applied'
            """.formatted(BACKEND);

    private static final String TAKE_OVER =
            "UPDATE {revision} SET " + BACKEND + " WHERE id = ? AND state = 'running' AND statements_finished = ?";

    /** The file may have been corrected since; what is recorded in the end is what ran in the end. */
    private static final String REWRITE = """
            UPDATE {revision} SET parents = pg_catalog.string_to_array(?, ' '), dependencies = pg_catalog.string_to_array(?, ' '),
                labels = pg_catalog.string_to_array(?, ' '), description = ?, kind = ?, transactional = ?,
                checksum_algorithm = ?, upgrade_checksum = ?, downgrade_checksum = ?, downgrade_script = ?,
                seal = ?, %s
             WHERE id = ? AND state = 'running' AND direction = 'upgrade' AND statements_finished = ?
            """.formatted(BACKEND);

    /** For a script: what it counts in one statement before it runs another one. */
    static final String STEP = """
            UPDATE {revision} SET statements_finished = ?, statements_started = ?, statement = ?, %s
             WHERE id = ? AND state = 'running'
            """.formatted(BACKEND);

    /** Whoever was taken over finds another count, and stops. */
    private static final String EXPECTED = " WHERE id = ? AND state = 'running' AND statements_finished = ?";

    static final String FINISH =
            "UPDATE {revision} SET statements_finished = ?, statements_started = ?, statement = NULL, " + BACKEND
                    + EXPECTED;

    /** Fails, with a division by zero, unless it changes one row: what is sent behind it is then not run. */
    private static final String MARK = """
            WITH marked AS (
                UPDATE %5$s SET statements_started = %1$d + 1, statement = %2$s, %3$s
                 WHERE id = %4$s AND state = 'running' AND statements_finished = %1$d RETURNING id)
            SELECT 1 / count(*) FROM marked
            """;

    /** Whether the mark of the statement goes, and whether its text does. */
    static final String RELEASE = """
            UPDATE {revision} SET backend_pid = NULL, backend_start = NULL,
                statements_started = CASE WHEN ? THEN statements_finished ELSE statements_started END,
                statement = CASE WHEN ? THEN NULL ELSE statement END
            """ + EXPECTED;

    private static final String SEEN = "UPDATE {revision} SET " + BACKEND + EXPECTED;

    private static final String SETTLE = """
            UPDATE {revision} SET statements_started = ?, statements_finished = ?, backend_pid = NULL,
                backend_start = NULL, statement = CASE WHEN ? THEN NULL ELSE statement END
             WHERE id = ? AND state = 'running' AND statements_finished = ? AND statements_started > statements_finished
            """;

    static final String FINISH_UPGRADE = """
            UPDATE {revision} SET state = 'applied', statements_finished = ?, statements_started = ?, statement = NULL,
                backend_pid = NULL, backend_start = NULL, seen_at = NULL, applied_at = pg_catalog.clock_timestamp(), millis = ?
             WHERE id = ? AND state = 'running'
            """;

    private static final String HOLDER = """
            SELECT pg_catalog.format('it runs revision "%s" outside a transaction%s', r.id,
                          coalesce((SELECT pg_catalog.format(' (pid %s, user %s, application "%s", %s since %s)', a.pid, a.usename,
                                                  a.application_name, coalesce(a.state, 'at work'),
                                                  coalesce(a.state_change, r.seen_at)::timestamptz(0))
                                      FROM pg_catalog.pg_stat_activity a WHERE a.pid = r.backend_pid), ''))
              FROM {revision} r WHERE r.state = 'running'
            """;

    private final Tables tables;
    private final Author author;

    ProgressWriter(Tables tables, Author author) {
        this.tables = tables;
        this.author = author;
    }

    /**
     * The row of a revision whose upgrade begins.
     *
     * @param driverPid the server process as the driver knows it
     */
    public void beginUpgrade(JdbcOperations jdbc, RevisionRecord revision, int driverPid) {
        one(
                jdbc,
                BEGIN_UPGRADE,
                revision.id(),
                beginning(revision, author.application(), author.applicationVersion(), driverPid));
    }

    /** What {@link #BEGIN_UPGRADE} binds; the last three are values, or whatever stands for them. */
    static List<Object> beginning(
            RevisionRecord revision,
            @Nullable Object application,
            @Nullable Object applicationVersion,
            Object driverPid) {
        return RecordWriter.recorded(
                List.of(revision.id()), revision, RecordWriter.typed(application, applicationVersion, driverPid));
    }

    /** The row of an applied revision whose downgrade begins. */
    public void beginDowngrade(JdbcOperations jdbc, String revision, int driverPid) {
        one(jdbc, BEGIN_DOWNGRADE, revision, List.of(driverPid, revision));
    }

    /** This session goes on with what a dead one left. */
    public void takeOver(JdbcOperations jdbc, String revision, int finished, int driverPid) {
        one(jdbc, TAKE_OVER, revision, List.of(driverPid, revision, finished));
    }

    /** The same for an upgrade, whose record becomes that of the revision as it is now. */
    public void takeOver(JdbcOperations jdbc, RevisionRecord revision, int finished, int driverPid) {
        one(
                jdbc,
                REWRITE,
                revision.id(),
                RecordWriter.recorded(List.of(), revision, List.of(driverPid, revision.id(), finished)));
    }

    /**
     * Counts one more statement as committed.
     *
     * @param finished how many were before it
     * @throws CorruptRecordException if another number is recorded: somebody else goes on with the revision
     */
    public void finish(JdbcOperations jdbc, String revision, int finished, int driverPid) {
        one(jdbc, FINISH, revision, List.of(finished + 1, finished + 1, driverPid, revision, finished));
    }

    /**
     * SQL that says which statement is about to begin that cannot share a transaction with its count, and in which
     * server process. It fails unless {@code finished} statements are recorded as committed.
     */
    public String markQuery(String revision, int finished, String statement, int driverPid) {
        String backend = BACKEND.strip().replace("?", String.valueOf(driverPid));
        return MARK.strip()
                .formatted(
                        finished, SqlLiteral.of(statement), backend, SqlLiteral.of(revision), tables.sql("{revision}"));
    }

    /** Whether {@link #markQuery} has been run with this count. */
    public boolean isMarked(JdbcOperations jdbc, String revision, int finished) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                tables.sql("SELECT EXISTS (SELECT FROM {revision} WHERE id = ? AND state = 'running'"
                        + " AND statements_started = ? AND statements_finished = ?)"),
                Boolean.class,
                revision,
                finished + 1,
                finished));
    }

    /** What is thrown when {@link #markQuery} has found another count. */
    public CorruptRecordException notMarked(String revision) {
        return new CorruptRecordException(revision, "progress", 0);
    }

    /**
     * The run ends here, and no statement is under way; anybody may go on.
     *
     * @param finished how many are known to have committed
     * @throws CorruptRecordException if another number is recorded: somebody else goes on with the revision already
     */
    public void release(JdbcOperations jdbc, String revision, int finished, Remains remains) {
        one(jdbc, RELEASE, revision, released(revision, finished, remains));
    }

    /** What {@link #RELEASE} binds. */
    static List<Object> released(String revision, int finished, Remains remains) {
        return List.of(remains.dropsMark(), remains.dropsStatement(), revision, finished);
    }

    /**
     * The run is alive, although it does nothing for a while: behind a pooler others can tell by this alone.
     *
     * @param finished how many are known to have committed
     * @throws CorruptRecordException if another number is recorded: somebody else goes on with the revision
     */
    public void seen(JdbcOperations jdbc, String revision, int finished, int driverPid) {
        one(jdbc, SEEN, revision, List.of(driverPid, revision, finished));
    }

    /**
     * Records what a person has decided of the statement that was cut off.
     *
     * @param finished how many are known to have committed
     * @param done whether it took effect
     * @throws CorruptRecordException if the row is not as it was when that was decided
     */
    public void settle(
            JdbcOperations jdbc, RecordWriter writer, String revision, int finished, boolean done, HistoryLine line) {
        int now = done ? finished + 1 : finished;
        writer.changeOne(jdbc, SETTLE, List.of(now, now, done, revision, finished), line, revision);
    }

    /** Whether somebody is at work on the revision that runs outside a transaction, if there is one. */
    public boolean isAtWork(JdbcOperations jdbc) {
        return jdbc.queryForList(
                        tables.sql("SELECT {alive} FROM {revision} r WHERE r.state = 'running'"), Boolean.class)
                .contains(true);
    }

    /** Who runs a revision outside a transaction, for people; empty if nobody does. */
    public Optional<String> holder(JdbcOperations jdbc) {
        return jdbc.queryForList(tables.sql(HOLDER), String.class).stream().findFirst();
    }

    /** The last statement has committed: the revision is applied. Returns the number of the history line. */
    public long finishUpgrade(
            JdbcOperations jdbc, RecordWriter writer, String revision, int statements, HistoryLine line) {
        return writer.changeOne(
                jdbc, FINISH_UPGRADE, List.of(statements, statements, line.millis(), revision), line, revision);
    }

    /** The value up to which a named batch has committed; empty before its first. */
    public Optional<String> batchPosition(JdbcOperations jdbc, String revision, String batch) {
        return jdbc
                .queryForList(
                        tables.sql("SELECT batches ->> ? FROM {revision} WHERE id = ? AND batches ->> ? IS NOT NULL"),
                        String.class,
                        batch,
                        revision,
                        batch)
                .stream()
                .findFirst();
    }

    /**
     * Keeps the value up to which a named batch is done, in the transaction of that batch.
     *
     * @param before the value that is there now; {@code null} if there is none
     * @throws CorruptRecordException if there is another one: somebody else has taken this batch
     */
    public void batchPosition(
            JdbcOperations jdbc, String revision, String batch, @Nullable String before, String position) {
        one(
                jdbc,
                "UPDATE {revision} SET batches = pg_catalog.jsonb_set(batches, ARRAY[?], pg_catalog.to_jsonb(?::text)), seen_at ="
                        + " pg_catalog.clock_timestamp() WHERE id = ? AND state = 'running'"
                        + " AND batches ->> ? IS NOT DISTINCT FROM ?",
                revision,
                RecordWriter.typed(batch, position, revision, batch, before));
    }

    private void one(JdbcOperations jdbc, String sql, String revision, List<Object> arguments) {
        int rows = jdbc.update(tables.sql(sql), arguments.toArray());
        if (rows != 1) {
            throw new CorruptRecordException(revision, "progress", rows);
        }
    }
}
