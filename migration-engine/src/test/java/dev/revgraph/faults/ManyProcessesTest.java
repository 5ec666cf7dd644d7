package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty processes start at the same moment. */
@PostgresTest
@Tag("slow")
@Timeout(600)
class ManyProcessesTest {

    private static final int PROCESSES = 20;

    /** For as many JVMs that start at once, however few processors there are. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String[] ALL = {"a", "b", "c", "d", "e", "f", "g", "h"};

    @TempDir
    private Path folder;

    private Revisions revisions() {
        Revisions revisions = Revisions.in(folder)
                .add(
                        "a",
                        "base",
                        "CREATE TABLE t (id int); INSERT INTO t SELECT generate_series(1, 50000);",
                        "DROP TABLE t;")
                .table("b", "a")
                .table("c", "b");
        concurrently(revisions, "d", "c");
        revisions.table("e", "d").add("f", "e", "LOCK TABLE t_b; CREATE TABLE t_f (id int);", "DROP TABLE t_f;");
        concurrently(revisions, "g", "f");
        return revisions.table("h", "g");
    }

    private static void concurrently(Revisions revisions, String id, String revises) {
        revisions.file(
                id,
                "-- Index " + id,
                "-- revises: " + revises,
                "-- transaction: off",
                "-- +upgrade",
                "CREATE INDEX CONCURRENTLY i_" + id + " ON t (id);",
                "-- +downgrade",
                "DROP INDEX CONCURRENTLY i_" + id + ";");
    }

    private static void assertAllOnce(Instance instance) {
        assertThat(instance.history())
                .allMatch(entry -> entry.outcome().equals("done"))
                .extracting(HistoryEntry::revision)
                .containsExactly(ALL);
        assertThat(instance.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void applyEachRevisionOnceOnAnEmptyDatabase(TestDatabase database) throws Exception {
        Instance instance = Instance.on(database, revisions());
        try (Crowd crowd = Crowd.start(PROCESSES, Order.upgrade(database, folder))) {
            crowd.awaitSuccess();
        }
        assertAllOnce(instance);
    }

    /** The index has to outwait a transaction of ours, so there is something to wait for. */
    @Test
    void sayForWhomTheyWaitWhileOneBuildsAnIndex(TestDatabase database) throws Exception {
        Instance instance = Instance.on(database, revisions());
        instance.upgrade("c");
        try (Connection writer = Watcher.holding(database, "INSERT INTO t VALUES (0)");
                Crowd crowd =
                        Crowd.start(PROCESSES, Order.upgrade(database, folder).waitForLock(PATIENCE.multipliedBy(2)))) {
            Watcher.await(
                    "nineteen of them wait",
                    PATIENCE,
                    () -> crowd.whoSaid(line -> line.contains("waiting it runs revision \"d\""))
                                    .size()
                            == PROCESSES - 1);
            try (InstanceProcess hasty =
                    InstanceProcess.start(Order.upgrade(database, folder).waitForLock(Duration.ofSeconds(1)))) {
                assertThat(hasty.awaitEnd())
                        .anyMatch(line -> line.startsWith("failed lock-unavailable ")
                                && line.contains("it runs revision \"d\"")
                                && line.contains("It has changed nothing"));
            }

            writer.rollback();
            crowd.awaitSuccess();
        }
        assertAllOnce(instance);
    }

    /** The backend of the dead one waits for a lock and has to be ended by the server itself. */
    @Test
    void takeOverWithinSecondsWhenTheOneAtWorkIsKilled(TestDatabase database) throws Exception {
        Instance instance = Instance.on(database, revisions());
        instance.upgrade("e");
        Watcher watcher = Watcher.of(database);
        try (Connection reader = Watcher.holding(database, "SELECT * FROM t_b");
                Crowd crowd = Crowd.start(
                        PROCESSES / 2, Order.upgrade(database, folder).locks(Duration.ofMinutes(2), 0))) {
            int backend = watcher.awaitBlocked("LOCK TABLE t_b");
            Watcher.await(
                    "who is at work says so",
                    PATIENCE,
                    () -> !crowd.whoSaid("started f"::equals).isEmpty());
            InstanceProcess winner = crowd.whoSaid("started f"::equals).get(0);
            long killed = System.nanoTime();
            crowd.kill(winner);

            Watcher.await(
                    "another one begins the revision",
                    PATIENCE,
                    () -> !crowd.whoSaid("started f"::equals).isEmpty());
            Duration took = Duration.ofNanos(System.nanoTime() - killed);
            System.out.println("Taken over after " + took.toMillis() + " ms");
            // The statement itself would wait for its lock for two minutes.
            assertThat(took).isLessThan(Duration.ofMinutes(1));
            assertThat(watcher.isThere(backend)).isFalse();
            reader.rollback();
            crowd.awaitSuccess();
        }
        assertAllOnce(instance);
    }
}
