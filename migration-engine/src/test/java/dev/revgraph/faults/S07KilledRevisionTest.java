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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process dies in the middle of a revision in a transaction. */
@PostgresTest
@Timeout(240)
class S07KilledRevisionTest {

    private static final String SLOW = "LOCK TABLE t_a IN ACCESS EXCLUSIVE MODE";

    @TempDir
    private Path folder;

    private Revisions revisions() {
        return Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "CREATE TABLE t_b (id int); " + SLOW + "; ALTER TABLE t_a ADD b int;", "DROP TABLE t_b;")
                .table("c", "b");
    }

    /** The statement of the dead process waits for a lock that its backend will not get: it has to end by itself. */
    @Test
    void isRepeatedByTheNextRunAtOnceWithoutAHand(TestDatabase database) throws Exception {
        Instance instance = Instance.on(database, revisions());
        instance.upgrade("a");
        Order order = Order.upgrade(database, folder).locks(Duration.ofMinutes(5), 0);
        Watcher watcher = Watcher.of(database);
        try (Connection reader = Watcher.holding(database, "SELECT * FROM t_a");
                InstanceProcess first = InstanceProcess.start(order);
                InstanceProcess second = InstanceProcess.prepare()) {
            int backend = watcher.awaitBlocked(SLOW);
            second.await("ready"::equals);
            first.kill();
            second.give(order);

            watcher.awaitGone(backend);
            reader.rollback();
            second.awaitSuccess();
        }
        assertThat(instance.history())
                .extracting(HistoryEntry::revision, HistoryEntry::outcome)
                .containsExactly(tuple("a", "done"), tuple("b", "done"), tuple("c", "done"));
        assertThat(instance.status().current()).containsExactly("c");
    }

    @Test
    void leavesNothingBehindWhenTheServerEndsItsBackend(TestDatabase database) throws Exception {
        Instance instance = Instance.on(database, revisions());
        instance.upgrade("a");
        Watcher watcher = Watcher.of(database);
        try (Connection reader = Watcher.holding(database, "SELECT * FROM t_a");
                InstanceProcess first =
                        InstanceProcess.start(Order.upgrade(database, folder).locks(Duration.ofMinutes(5), 0))) {
            watcher.terminate(watcher.awaitBlocked(SLOW));

            assertThat(first.awaitEnd()).anyMatch(line -> line.startsWith("failed connection "));
            reader.rollback();
        }
        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('t_b') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(instance.status().current()).containsExactly("a");

        instance.upgrade();
        assertThat(instance.status().current()).containsExactly("c");
    }
}
