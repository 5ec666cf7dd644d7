package dev.revgraph.store;

import java.util.Arrays;
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

    private static final String BACKEND = """
            backend_pid = pg_backend_pid(),
            backend_start = (SELECT backend_start FROM pg_catalog.pg_stat_activity WHERE pid = pg_backend_pid()),
            seen_at = clock_timestamp()
            """;

    static final String BEGIN_UPGRADE = """
            INSERT INTO {revision} (id, parents, dependencies, labels, description, kind, transactional,
                checksum_algorithm, upgrade_checksum, downgrade_checksum, downgrade_script, seal, state,
                direction, statements_started, statements_finished, backend_pid, backend_start, seen_at,
                applied_at, applied_by, application, application_version, millis)
            VALUES (?, string_to_array(?, ' '), string_to_array(?, ' '), string_to_array(?, ' '), ?, ?, ?,
                ?, ?, ?, ?, ?, 'running', 'upgrade', 0, 0, pg_backend_pid(),
                (SELECT backend_start FROM pg_catalog.pg_stat_activity WHERE pid = pg_backend_pid()),
                clock_timestamp(), clock_timestamp(), session_user, ?, ?, 0)
            ON CONFLICT (id) DO NOTHING
            """;

    static final String BEGIN_DOWNGRADE = """
            UPDATE {revision} SET state = 'running', direction = 'downgrade', statements_started = 0,
                statements_finished = 0, batches = '{}', %s
             WHERE id = ? AND state = 'applied'
            """.formatted(BACKEND);

    private static final String TAKE_OVER =
            "UPDATE {revision} SET " + BACKEND + " WHERE id = ? AND state = 'running' AND statements_finished = ?";

    /** The file may have been corrected since; what is recorded in the end is what ran in the end. */
    private static final String REWRITE = """
            UPDATE {revision} SET parents = string_to_array(?, ' '), dependencies = string_to_array(?, ' '),
                labels = string_to_array(?, ' '), description = ?, kind = ?, transactional = ?,
                checksum_algorithm = ?, upgrade_checksum = ?, downgrade_checksum = ?, downgrade_script = ?,
                seal = ?, %s
             WHERE id = ? AND state = 'running' AND direction = 'upgrade' AND statements_finished = ?
            """.formatted(BACKEND);

    static final String STEP = """
            UPDATE {revision} SET statements_finished = ?, statements_started = ?, %s
             WHERE id = ? AND state = 'running'
            """.formatted(BACKEND);

    static final String FINISH_UPGRADE = """
            UPDATE {revision} SET state = 'applied', statements_finished = ?, statements_started = ?,
                backend_pid = NULL, backend_start = NULL, seen_at = NULL, applied_at = clock_timestamp(), millis = ?
             WHERE id = ? AND state = 'running'
            """;

    static final String RELEASE = """
            UPDATE {revision} SET statements_started = ?, statements_finished = ?, backend_pid = NULL,
                backend_start = NULL WHERE id = ? AND state = 'running'
            """;

    private final Tables tables;
    private final Author author;

    ProgressWriter(Tables tables, Author author) {
        this.tables = tables;
        this.author = author;
    }

    /** The row of a revision whose upgrade begins. */
    public void beginUpgrade(JdbcOperations jdbc, RevisionRecord revision) {
        one(jdbc, BEGIN_UPGRADE, revision.id(), beginning(revision, author.application(), author.applicationVersion()));
    }

    /** What {@link #BEGIN_UPGRADE} binds; the last two are values, or whatever stands for them. */
    static List<Object> beginning(
            RevisionRecord revision, @Nullable Object application, @Nullable Object applicationVersion) {
        return RecordWriter.typed(
                revision.id(),
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
                revision.seal(),
                application,
                applicationVersion);
    }

    /** The row of an applied revision whose downgrade begins. */
    public void beginDowngrade(JdbcOperations jdbc, String revision) {
        one(jdbc, BEGIN_DOWNGRADE, revision, List.of(revision));
    }

    /** This session goes on with what a dead one left. */
    public void takeOver(JdbcOperations jdbc, String revision, int finished) {
        one(jdbc, TAKE_OVER, revision, List.of(revision, finished));
    }

    /** The same for an upgrade, whose record becomes that of the revision as it is now. */
    public void takeOver(JdbcOperations jdbc, RevisionRecord revision, int finished) {
        one(
                jdbc,
                REWRITE,
                revision.id(),
                RecordWriter.typed(
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
                        revision.seal(),
                        revision.id(),
                        finished));
    }

    /** Says that {@code finished} statements have committed and number {@code started} is about to begin. */
    public void step(JdbcOperations jdbc, String revision, int finished, int started) {
        one(jdbc, STEP, revision, List.of(finished, started, revision));
    }

    /** The run ends here with {@code finished} statements committed and none under way; anybody may go on. */
    public void release(JdbcOperations jdbc, String revision, int finished) {
        one(jdbc, RELEASE, revision, List.of(finished, finished, revision));
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

    /** Keeps the value up to which a named batch is done, in the transaction of that batch. */
    public void batchPosition(JdbcOperations jdbc, String revision, String batch, String position) {
        one(
                jdbc,
                "UPDATE {revision} SET batches = jsonb_set(batches, ARRAY[?], to_jsonb(?::text)), seen_at ="
                        + " clock_timestamp() WHERE id = ? AND state = 'running'",
                revision,
                Arrays.asList(batch, position, revision));
    }

    private void one(JdbcOperations jdbc, String sql, String revision, List<Object> arguments) {
        int rows = jdbc.update(tables.sql(sql), arguments.toArray());
        if (rows != 1) {
            throw new CorruptRecordException(revision, "progress", rows);
        }
    }
}
