package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten instances, each with a pool of a single connection, start at the same moment. */
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
        revisions.table("r00", "base");
        for (int i = 1; i < 30; i++) {
            revisions.table("r%02d".formatted(i), "r%02d".formatted(i - 1));
        }

        startAll(database);

        assertThat(applied(database)).hasSize(30).doesNotHaveDuplicates();
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

        startAll(database);

        assertThat(applied(database)).containsExactly("a", "b", "c");
        assertThat(database.jdbc()
                        .sql("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void startAll(TestDatabase database) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(INSTANCES);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<State>> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(executor.submit(() -> {
                try (HikariDataSource pool = database.pool(1)) {
                    MigrationEngine engine = MigrationEngine.builder(pool)
                            .settings(MigrationSettings.defaults()
                                    .with(s -> s.locations(revisions.locations())
                                            .repeatableLocations(revisions.repeatableLocations())))
                            .build();
                    start.await();
                    engine.run(Move.upgrade("head"));
                    return engine.status().state();
                }
            }));
        }
        start.countDown();
        executor.shutdown();
        for (Future<State> instance : instances) {
            assertThat(instance.get(90, TimeUnit.SECONDS)).isEqualTo(State.UP_TO_DATE);
        }
    }

    private List<String> applied(TestDatabase database) {
        MigrationEngine engine = MigrationEngine.builder(database.dataSource())
                .settings(MigrationSettings.defaults().with(s -> s.locations(revisions.locations())))
                .build();
        List<HistoryEntry> entries = new ArrayList<>(engine.history(0, 1000).entries());
        assertThat(entries).allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo("done"));
        return entries.stream().map(HistoryEntry::revision).sorted().toList();
    }
}
