package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.revision.BatchResult;
import dev.revgraph.revision.BatchWork;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.script.Location;
import dev.revgraph.script.RevisionCatalog;
import dev.revgraph.script.RevisionSources;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that are cut off and go on, and batches that have to wait. */
@PostgresTest
class BatchesResumeTest {

    private final TestDatabase database;
    private final List<Duration> pauses = new ArrayList<>();
    private final List<MigrationEvent> events = new ArrayList<>();
    private Sleeper sleeper = pauses::add;
    private BatchResult result = new BatchResult(-1, -1, false);
    private MigrationSettings settings = MigrationSettings.defaults();

    BatchesResumeTest(TestDatabase database) {
        this.database = database;
    }

    @Revision(id = "b", revises = "a", transaction = false)
    private final class Bump implements JavaRevision {

        private final BatchWork work;

        Bump(BatchWork work) {
            this.work = work;
        }

        @Override
        public void upgrade(RevisionContext context) {
            result = context.batches("bump")
                    .over("t", "id")
                    .size(10)
                    .pause(Duration.ofMillis(123))
                    .run(work);
        }

        @Override
        public void downgrade(RevisionContext context) {
            upgrade(context);
        }
    }

    @BeforeEach
    void table(@TempDir Path temporary) {
        Revisions revisions = Revisions.in(temporary).add("a", "base", """
                        CREATE TABLE t (id uuid PRIMARY KEY, hits int NOT NULL DEFAULT 0);
                        INSERT INTO t SELECT gen_random_uuid() FROM generate_series(1, 45);
                        """, "DROP TABLE t;");
        settings = settings.with(s -> s.locations(revisions.locations()).lockTimeout(Duration.ofMillis(50)));
    }

    private void move(Move move, BatchWork work) {
        RevisionSources sources = RevisionSources.of(getClass().getClassLoader())
                .withLocations(
                        settings.locations().stream().map(Location::parse).toList())
                .withCode(List.of(new Bump(work)));
        new Runner(
                        database.dataSource(),
                        "default",
                        new RevisionCatalog(sources),
                        settings,
                        List.of(events::add),
                        pause -> sleeper.sleep(pause))
                .run(move);
    }

    private BatchWork bumpUnless(LongPredicate fails) {
        return page -> {
            int changed = page.jdbc()
                    .sql("UPDATE t SET hits = hits + 1 WHERE id BETWEEN :first AND :last")
                    .param("first", page.first())
                    .param("last", page.last())
                    .update();
            if (fails.test(page.number())) {
                throw new IllegalStateException("power cut");
            }
            return changed;
        };
    }

    private List<Integer> hits() {
        return database.jdbc().sql("SELECT hits FROM t").query(Integer.class).list();
    }

    @Test
    void goOnBehindTheLastPageThatWasFinished() {
        assertThatThrownBy(() -> move(Move.upgrade("head"), bumpUnless(page -> page == 3)))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("power cut")
                .hasMessageContaining("finished pages of batches are recorded");
        assertThat(hits()).filteredOn(hits -> hits == 1).hasSize(20);

        move(Move.upgrade("head"), bumpUnless(page -> false));

        assertThat(result).isEqualTo(new BatchResult(3, 25, true));
        assertThat(hits()).hasSize(45).containsOnly(1);
    }

    @Test
    void beginAnewWhenTheyAreUndone() {
        move(Move.upgrade("head"), bumpUnless(page -> false));

        move(Move.downgrade("a"), bumpUnless(page -> false));

        assertThat(result).isEqualTo(new BatchResult(5, 45, false));
        assertThat(hits()).containsOnly(2);
    }

    @Test
    void pauseAfterEveryPageButTheLast() {
        move(Move.upgrade("head"), bumpUnless(page -> false));

        assertThat(pauses).hasSize(4).containsOnly(Duration.ofMillis(123));
    }

    @Test
    void holdNothingWhileTheyPause() {
        sleeper = pause -> pauses.add(Duration.ofMillis(openTransactions()));

        move(Move.upgrade("head"), bumpUnless(page -> false));

        assertThat(pauses).hasSize(4).containsOnly(Duration.ZERO);
    }

    private int openTransactions() {
        return database.jdbc().sql("""
                        SELECT count(*) FROM pg_stat_activity
                         WHERE usename = current_user AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'
                        """).query(Integer.class).single();
    }

    @Test
    void tryAPageAgainThatMetALock() throws Exception {
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            sleeper = pause -> {
                pauses.add(pause);
                if (pauses.size() == 3) {
                    rollback(other);
                }
            };
            upgradeWithALockAfterTheFirstPage(other);
        }

        assertThat(hits()).hasSize(45).containsOnly(1);
        assertThat(result.batches()).isEqualTo(5);
        assertThat(events.stream().filter(LockRetried.class::isInstance)).hasSize(2);
    }

    @Test
    void giveUpAPageThatNeverGetsItsLockAndGoOnWithItLater() throws Exception {
        settings = settings.with(s -> s.lockRetries(2));
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            assertThatThrownBy(() -> upgradeWithALockAfterTheFirstPage(other))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("3 times");
            other.rollback();
        }
        assertThat(hits()).filteredOn(hits -> hits == 1).hasSize(10);

        move(Move.upgrade("head"), bumpUnless(page -> false));

        assertThat(hits()).containsOnly(1);
    }

    /** The pause after the page is when the lock is taken. */
    private void upgradeWithALockAfterTheFirstPage(Connection other) {
        Sleeper before = sleeper;
        sleeper = pause -> {
            before.sleep(pause);
            sleeper = before;
            lock(other);
        };
        move(Move.upgrade("head"), bumpUnless(page -> false));
    }

    private static void lock(Connection other) {
        try {
            other.createStatement().execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void rollback(Connection other) {
        try {
            other.rollback();
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void stopWhenTheirRowIsNotTheirsAnyMore() {
        BatchWork settled = page -> {
            if (page.number() == 2) {
                database.jdbc()
                        .sql("UPDATE migration_revision SET state = 'applied' WHERE id = 'b'")
                        .update();
            }
            return bumpUnless(number -> false).apply(page);
        };

        assertThatThrownBy(() -> move(Move.upgrade("head"), settled)).hasMessageContaining("does not fit the progress");

        assertThat(hits()).filteredOn(hits -> hits == 1).hasSize(10);
    }
}
