package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process is told to end, as Ctrl-C and every platform do, while a revision runs. */
@PostgresTest
@Timeout(240)
class S07TerminatedProcessTest {

    private static final String SLEEP = "SELECT pg_sleep(600)";

    @TempDir
    private Path folder;

    @Test
    void rollsTheRevisionBackAndRecordsIt(TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "CREATE TABLE t_b (id int); " + SLEEP + ";", "DROP TABLE t_b;")
                .table("c", "b");
        try (InstanceProcess process = InstanceProcess.start(Order.upgrade(database, folder))) {
            int backend = awaitSleeping(database, SLEEP);
            process.terminate();
            List<String> said = process.awaitEnd();
            assertThat(said)
                    .anyMatch(line -> line.startsWith("stopped interrupted ")
                            && line.contains("revision \"b\"")
                            && line.contains("1 of 3 steps of the run are done; the database is at \"a\"."));
            Watcher.of(database).awaitGone(backend);
        }
        assertThat(Instance.on(database, revisions).history())
                .extracting(HistoryEntry::revision, HistoryEntry::outcome, HistoryEntry::sqlState)
                .containsExactly(tuple("a", "done", null), tuple("b", "failed", "57014"));
        assertThat(Instance.on(database, revisions).status().current()).containsExactly("a");
        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('t_b') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void keepsTheStatementsThatHaveCommittedAndGoesOnBehindThem(TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .file(
                        "a",
                        "-- Revision a",
                        "-- revises: base",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE TABLE t_a (id int);",
                        "SELECT pg_sleep(CASE WHEN EXISTS (SELECT FROM t_a) THEN 0 ELSE 600 END);",
                        "CREATE TABLE t_a2 (id int);",
                        "-- +downgrade",
                        "DROP TABLE t_a, t_a2;");
        try (InstanceProcess process = InstanceProcess.start(Order.upgrade(database, folder))) {
            awaitSleeping(database, "SELECT pg_sleep(CASE");
            process.terminate();
            assertThat(process.awaitEnd()).anyMatch(line -> line.startsWith("stopped interrupted "));
        }
        database.jdbc().sql("INSERT INTO t_a VALUES (1)").update();
        Instance.on(database, revisions).upgrade();
        assertThat(Instance.on(database, revisions).status().current()).containsExactly("a");
    }

    @Test
    void doesNotWaitOutAPauseBetweenAttempts(TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "LOCK TABLE t_a IN ACCESS EXCLUSIVE MODE;", "SELECT 1;");
        Instance instance = Instance.on(database, revisions);
        instance.upgrade("a");
        try (Connection reader = Watcher.holding(database, "SELECT * FROM t_a");
                InstanceProcess process =
                        InstanceProcess.start(Order.upgrade(database, folder).locks(Duration.ofMillis(50), 1000))) {
            Watcher.await(
                    "the pauses have become long",
                    () -> process.said().stream()
                                    .filter(line -> line.startsWith("retried b"))
                                    .count()
                            > 3);
            process.terminate();
            assertThat(process.awaitEnd()).anyMatch(line -> line.startsWith("stopped interrupted "));
            reader.rollback();
        }
        assertThat(instance.status().current()).containsExactly("a");
    }

    static int awaitSleeping(TestDatabase database, String statement) {
        JdbcClient jdbc = JdbcClient.create(database.superuserDataSource());
        List<Integer> found = new ArrayList<>();
        Watcher.await(
                "a session sleeps in " + statement,
                () -> found.addAll(
                        jdbc.sql("""
                        SELECT pid FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event = 'PgSleep'
                           AND position(? IN query) > 0
                        """).param(statement).query(Integer.class).list()));
        return found.get(0);
    }
}
