package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.LockTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long transaction reads a table that a revision alters, while others want to read it too. */
@PostgresTest
@Timeout(180)
class S15LongReaderTest {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 4;

    /** A reader that is not let through between attempts waits longer; a busy machine alone does not take so long. */
    private static final Duration ALL_ATTEMPTS = LOCK_TIMEOUT.multipliedBy(ATTEMPTS);

    @Test
    void endsTheWaitOfTheRevisionAndHoldsUpNoReaderForLongerThanTheLockTimeout(
            TestDatabase database, @TempDir Path folder) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "ALTER TABLE t_a ADD name text;", "ALTER TABLE t_a DROP name;");
        Instance instance = Instance.on(database, revisions)
                .with(s -> s.lockTimeout(LOCK_TIMEOUT).lockRetries(ATTEMPTS - 1));
        instance.upgrade("a");
        AtomicBoolean stop = new AtomicBoolean();
        Duration longest;
        try (Connection reader = Watcher.holding(database, "SELECT * FROM t_a")) {
            CompletableFuture<Duration> readers =
                    CompletableFuture.supplyAsync(() -> longestRead(database, stop), Background::start);

            assertThatThrownBy(instance::upgrade).isInstanceOfSatisfying(LockTimeoutException.class, failure -> {
                assertThat(failure.details()).contains("SELECT * FROM t_a");
                assertThat(failure).hasMessageContaining(ATTEMPTS + " times");
            });
            stop.set(true);
            longest = readers.get();
            reader.rollback();
        }
        System.out.println("Longest block seen by a reader with a lock time-out of " + LOCK_TIMEOUT.toMillis() + " ms: "
                + longest.toMillis() + " ms");
        assertThat(longest).isLessThan(ALL_ATTEMPTS);
        assertThat(instance.status().current()).containsExactly("a");

        instance.upgrade();
        assertThat(instance.status().current()).containsExactly("b");
    }

    private static Duration longestRead(TestDatabase database, AtomicBoolean stop) {
        long longest = 0;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                long begin = System.nanoTime();
                statement.execute("SELECT count(*) FROM t_a");
                longest = Math.max(longest, System.nanoTime() - begin);
                Watcher.pause(5);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return Duration.ofNanos(longest);
    }
}
