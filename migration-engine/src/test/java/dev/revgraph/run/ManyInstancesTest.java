package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten instances, each with a pool of a single connection, start at the same moment. Whoever waits, waits between
 * statements, holding nothing.
 */
@PostgresTest
@Timeout(120)
class ManyInstancesTest {

    private static final int INSTANCES = 10;

    private Revisions revisions;

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    @Test
    void applyEachRevisionOnceOnAnEmptyDatabase(TestDatabase database) throws Exception {
        takesItsTime("r00");
        for (int i = 1; i < 30; i++) {
            revisions.table("r%02d".formatted(i), "r%02d".formatted(i - 1));
        }

        startAll(database, s -> s);

        assertThat(applied(database, s -> s)).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void finishAnIndexThatIsBuiltConcurrently(TestDatabase database) throws Exception {
        revisions
                .add(
                        "a",
                        "base",
                        "CREATE TABLE t (id int); INSERT INTO t SELECT generate_series(1, 200000);",
                        "DROP TABLE t;")
                .file(
                        "b",
                        "-- Index",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE INDEX CONCURRENTLY t_id ON t (id);",
                        "ANALYZE t;",
                        "-- +downgrade",
                        "DROP INDEX CONCURRENTLY t_id;")
                .table("c", "b");

        startAll(database, s -> s);

        assertThat(applied(database, s -> s)).containsExactly("a", "b", "c");
        assertThat(database.jdbc()
                        .sql("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void createTheSchemaOfTheRecordsOnce(TestDatabase database) throws Exception {
        takesItsTime("a");
        revisions.table("b", "a");

        startAll(database, s -> s.schema("My App"));

        assertThat(applied(database, s -> s.schema("My App"))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void doNotDependOnTheIsolationThatTheRoleBegins(String isolation, TestDatabase database) throws Exception {
        database.jdbc()
                .sql("ALTER ROLE " + database.username() + " SET default_transaction_isolation = '" + isolation + "'")
                .update();
        takesItsTime("r0");
        for (int i = 1; i < 8; i++) {
            revisions.table("r" + i, "r" + (i - 1));
        }

        startAll(database, s -> s);

        assertThat(applied(database, s -> s)).hasSize(8).doesNotHaveDuplicates();
    }

    /** Whoever is blocked by the first revision is so for longer than {@link LockWatcher} lets pass. */
    private void takesItsTime(String first) {
        revisions.add(first, "base", "CREATE TABLE t (id int); SELECT pg_sleep(1);", "DROP TABLE t;");
    }

    private Instance instance(DataSource dataSource, UnaryOperator<MigrationSettings.Builder> changes) {
        return Instance.on(dataSource, revisions).with(changes);
    }

    private void startAll(TestDatabase database, UnaryOperator<MigrationSettings.Builder> changes) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(INSTANCES);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<State>> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(executor.submit(() -> {
                try (HikariDataSource pool = database.pool(1)) {
                    Instance instance = instance(pool, changes);
                    start.await();
                    instance.upgrade();
                    return instance.status().state();
                }
            }));
        }
        try (LockWatcher watcher = LockWatcher.of(database)) {
            start.countDown();
            executor.shutdown();
            for (Future<State> instance : instances) {
                assertThat(instance.get(90, TimeUnit.SECONDS)).isEqualTo(State.UP_TO_DATE);
            }
            LockWatcher.Seen seen = watcher.stop();
            assertThat(seen.blocked())
                    .as("statements that wait for another session")
                    .isEmpty();
            assertThat(seen.looks()).as("looks at sessions at work").isGreaterThan(20);
        }
    }

    private List<String> applied(TestDatabase database, UnaryOperator<MigrationSettings.Builder> changes) {
        List<HistoryEntry> entries = instance(database.dataSource(), changes).history();
        assertThat(entries).allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo("done"));
        return entries.stream().map(HistoryEntry::revision).sorted().toList();
    }
}
