package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Repair;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.RevisionReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process dies in the middle of a statement that commits by itself. */
@PostgresTest
@Timeout(240)
class S08KilledStatementTest {

    private static final String UPDATE = "UPDATE t SET n = n + 1";
    private static final String INDEX = "CREATE INDEX CONCURRENTLY t_n ON t (n)";

    private final TestDatabase database;
    private final Path folder;

    S08KilledStatementTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private Instance instance(String statement) {
        Revisions revisions = Revisions.in(folder)
                .add("a", "base", """
                        CREATE TABLE t (n int);
                        INSERT INTO t VALUES (1);
                        CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = n + 1; COMMIT; END';
                        """, "DROP PROCEDURE p; DROP TABLE t;")
                .file(
                        "b",
                        "-- Without a transaction",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE TABLE before (n int);",
                        statement + ";",
                        "CREATE TABLE after (n int);",
                        "-- +downgrade",
                        "DROP TABLE before; DROP TABLE after;");
        Instance instance = Instance.on(database, revisions);
        instance.upgrade("a");
        return instance;
    }

    /** A writer holds up the statement, its process is killed, the server ends its backend, the writer goes. */
    private void killDuring(String statement) throws Exception {
        Watcher watcher = Watcher.of(database);
        try (Connection writer = Watcher.holding(database, "UPDATE t SET n = 5");
                InstanceProcess process =
                        InstanceProcess.start(Order.upgrade(database, folder).locks(Duration.ofMinutes(5), 0))) {
            int backend = watcher.awaitBlocked(statement);
            process.kill();
            watcher.awaitGone(backend);
            writer.rollback();
        }
    }

    private void assertDoneOnce(Instance instance) {
        assertThat(instance.status().current()).containsExactly("b");
        assertThat(instance.history()).extracting(HistoryEntry::revision).containsExactly("a", "b");
        assertThat(instance.history()).allMatch(entry -> entry.outcome().equals("done"));
    }

    @Test
    void isRepeatedWhenItHadItsCountInItsTransaction() throws Exception {
        Instance instance = instance(UPDATE);
        killDuring(UPDATE);

        instance.upgrade();

        assertThat(number("SELECT n FROM t")).isEqualTo(2);
        assertDoneOnce(instance);
    }

    /** Whether it took effect cannot be seen in the catalog, so it is neither repeated nor passed over. */
    @Test
    void isRecordedAndTheNextRunStopsWithTheWayOn() throws Exception {
        Instance instance = instance("CALL p()");
        killDuring("CALL p()");

        RevisionReport report = instance.engine().revision("b").orElseThrow();
        assertThat(report.state()).isEqualTo("running");
        assertThat(Objects.requireNonNull(report.record()).statementsFinished()).isEqualTo(1);
        assertThatThrownBy(instance::upgrade).isInstanceOfSatisfying(MigrationException.class, stopped -> {
            assertThat(stopped.code()).isEqualTo(ErrorCode.INTERRUPTED);
            assertThat(stopped.getMessage() + stopped.action())
                    .contains("\"b\"", "statement 2", "`repair --done b`", "`repair --again b`");
        });
        assertThat(number("SELECT n FROM t")).isEqualTo(1);

        instance.engine().repair(Repair.again("b"));
        instance.upgrade();

        assertThat(number("SELECT n FROM t")).isEqualTo(2);
        assertThat(instance.status().current()).containsExactly("b");
    }

    @Test
    void isBuiltAgainWhenItWasAnIndexThatIsInvalidNow() throws Exception {
        Instance instance = instance(INDEX);
        killDuring(INDEX);
        assertThat(number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo(1);

        instance.upgrade();

        assertThat(number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
        assertThat(number("SELECT count(*) FROM pg_class WHERE relname = 't_n'"))
                .isEqualTo(1);
        assertDoneOnce(instance);
    }

    /** The server is told to let it work on although its client is dead. */
    @Test
    void isFoundDoneWhenTheServerFinishedTheIndexAfterAll() throws Exception {
        database.jdbc()
                .sql("ALTER ROLE " + database.username() + " SET client_connection_check_interval = '10min'")
                .update();
        Instance instance = instance(INDEX);
        Watcher watcher = Watcher.of(database);
        try (Connection writer = Watcher.holding(database, "UPDATE t SET n = 5");
                InstanceProcess process =
                        InstanceProcess.start(Order.upgrade(database, folder).locks(Duration.ofMinutes(5), 0))) {
            int backend = watcher.awaitBlocked(INDEX);
            process.kill();
            writer.rollback();
            watcher.awaitGone(backend);
        }
        int built = number("SELECT indexrelid::int FROM pg_index WHERE indexrelid = 't_n'::regclass AND indisvalid");

        instance.upgrade();

        assertThat(number("SELECT 't_n'::regclass::oid::int")).isEqualTo(built);
        assertDoneOnce(instance);
    }

    private int number(String query) {
        return database.jdbc().sql(query).query(Integer.class).single();
    }
}
