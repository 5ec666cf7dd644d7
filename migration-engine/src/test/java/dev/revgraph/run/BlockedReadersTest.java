package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.MigrationEvent.LockRetried;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** S15: a long transaction reads a table, a revision alters it, and everybody else goes on reading and writing. */
@PostgresTest
@Timeout(120)
@Tag("slow")
class BlockedReadersTest {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 4;

    /** Whoever is not let through between attempts waits longer; a loaded machine alone does not take so long. */
    private static final Duration ALL_ATTEMPTS = LOCK_TIMEOUT.multipliedBy(ATTEMPTS);

    private final TestDatabase database;
    private final List<LockRetried> retries = new ArrayList<>();

    BlockedReadersTest(TestDatabase database) {
        this.database = database;
    }

    private Revisions revisions(Path temporary, String transaction) {
        return Revisions.in(temporary)
                .table("a", "base")
                .file(
                        "b",
                        "-- B",
                        "-- revises: a",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        "ALTER TABLE t_a ADD b int;",
                        "-- +downgrade");
    }

    /** Reads and writes without a pause; returns what the slowest of these statements took. */
    private Duration slowest(AtomicBoolean stop) throws Exception {
        Duration slowest = Duration.ZERO;
        try (Connection traffic = database.dataSource().getConnection();
                Statement statement = traffic.createStatement()) {
            for (int i = 0; !stop.get(); i++) {
                long begin = System.nanoTime();
                statement.execute(i % 2 == 0 ? "SELECT count(*) FROM t_a" : "INSERT INTO t_a VALUES (" + i + ")");
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                Thread.sleep(5);
            }
        }
        return slowest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void nobodyIsHeldUpForLongerThanTheLockTimeout(String transaction, @TempDir Path temporary) throws Exception {
        Instance instance = Instance.on(database, revisions(temporary, transaction))
                .with(s -> s.lockTimeout(LOCK_TIMEOUT).lockRetries(ATTEMPTS - 1))
                .listening(event -> {
                    if (event instanceof LockRetried retried) {
                        retries.add(retried);
                    }
                });
        instance.upgrade("a");
        PGSimpleDataSource named = database.newDataSource();
        named.setApplicationName("monthly report");
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection reader = named.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT * FROM t_a");
            Future<Duration> traffic = executor.submit(() -> slowest(stop));

            assertNamesTheReport(instance);

            stop.set(true);
            Duration slowest = traffic.get();
            System.out.printf(
                    "transaction: %s, lock_timeout %d ms: the longest block of a reader or writer is %d ms%n",
                    transaction, LOCK_TIMEOUT.toMillis(), slowest.toMillis());
            assertThat(slowest).isGreaterThan(LOCK_TIMEOUT.dividedBy(3)).isLessThan(ALL_ATTEMPTS);
            reader.rollback();
        } finally {
            stop.set(true);
            executor.shutdown();
        }
        assertThat(retries).extracting(LockRetried::attempt).containsExactly(1, 2, 3);
        instance.upgrade();
        assertThat(instance.status().current()).containsExactly("b");
    }

    private void assertNamesTheReport(Instance instance) {
        assertThatThrownBy(instance::upgrade).isInstanceOfSatisfying(LockTimeoutException.class, failure -> {
            assertThat(failure.getMessage()).contains("\"b\"", ATTEMPTS + " times");
            assertThat(failure.blockers())
                    .anySatisfy(blocker -> assertThat(blocker)
                            .contains("pid ", "user " + database.username(), "application \"monthly report\"")
                            .contains("idle in transaction for ", " s: SELECT * FROM t_a"));
        });
    }

    @Test
    void waitsFiveSecondsUnlessToldOtherwise(@TempDir Path temporary) {
        Revisions revisions = Revisions.in(temporary)
                .add(
                        "a",
                        "base",
                        "CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS wait;",
                        "DROP TABLE seen;");

        Instance.on(database, revisions).upgrade();

        assertThat(database.jdbc()
                        .sql("SELECT wait FROM seen")
                        .query(String.class)
                        .single())
                .isEqualTo("5s");
    }

    @Test
    void pausesGrowAndScatterWithinTheirBounds() {
        Duration first = Duration.ofMillis(250);
        Duration longest = Duration.ofSeconds(15);
        for (int attempt = 0; attempt < 40; attempt++) {
            long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, 20));
            for (int i = 0; i < 50; i++) {
                assertThat(Backoff.pause(attempt, first, longest).toMillis()).isBetween(ceiling / 2, ceiling);
            }
        }
    }
}
