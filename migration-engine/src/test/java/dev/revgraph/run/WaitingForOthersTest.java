package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.run.MigrationEvent.WaitingForOther;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One instance is in the middle of a revision; another one comes. The first hangs on an advisory lock of the test's. */
@PostgresTest
@Timeout(60)
class WaitingForOthersTest {

    private final TestDatabase database;
    private final Connection gate;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private Revisions revisions;

    WaitingForOthersTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gate = database.dataSource().getConnection();
        gate.createStatement().execute("SELECT pg_advisory_lock(7)");
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    @AfterEach
    void close() throws Exception {
        gate.close();
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Instance instance() {
        return Instance.on(database, revisions).with(s -> s.lockTimeout(Duration.ZERO));
    }

    private void revision(String transaction) {
        revisions.file(
                "a",
                "-- Slow",
                "-- revises: base",
                "-- transaction: " + transaction,
                "-- +upgrade",
                "CREATE TABLE t (n int);",
                "SELECT pg_advisory_lock(7);",
                "SELECT pg_advisory_unlock(7);",
                "-- +downgrade",
                "DROP TABLE t;");
    }

    private Future<RunReport> startFirst() throws Exception {
        Future<RunReport> first = executor.submit(() -> instance().upgrade());
        while (!waits()) {
            assertThat(first.isDone()).isFalse();
            Thread.sleep(20);
        }
        return first;
    }

    private boolean waits() {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void waitsUntilTheOtherOneIsDoneAndFindsNothingLeftToDo(String transaction) throws Exception {
        revision(transaction);
        Future<RunReport> first = startFirst();
        CountDownLatch waiting = new CountDownLatch(1);
        Instance another = instance().listening(event -> {
            if (event instanceof WaitingForOther other && other.holder().matches("pid .*|it runs revision \"a\" .*")) {
                waiting.countDown();
            }
        });
        Future<RunReport> second = executor.submit(() -> another.upgrade());

        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        gate.createStatement().execute("SELECT pg_advisory_unlock(7)");

        assertThat(first.get().steps()).hasSize(1);
        assertThat(second.get().steps()).isEmpty();
        assertThat(second.get().current()).containsExactly("a");
        assertThat(instance().history()).hasSize(1);
    }

    @Test
    void showsTheRevisionThatRuns() throws Exception {
        revision("off");
        Future<RunReport> first = startFirst();

        assertThat(instance().engine().revision("a").orElseThrow().state()).isEqualTo("running");
        assertThat(instance().status().current()).isEmpty();

        gate.createStatement().execute("SELECT pg_advisory_unlock(7)");
        first.get();
        assertThat(instance().engine().revision("a").orElseThrow().state()).isEqualTo("applied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void givesUpAfterTheTimeItMayWait(String transaction) throws Exception {
        revision(transaction);
        Future<RunReport> first = startFirst();

        assertThatThrownBy(instance().with(s -> s.waitForLock(Duration.ofMillis(200)))::upgrade)
                .isInstanceOf(LockUnavailableException.class)
                .hasMessageContaining("Another instance is migrating this database")
                .hasMessageContaining("It has changed nothing");

        gate.createStatement().execute("SELECT pg_advisory_unlock(7)");
        assertThat(first.get().current()).containsExactly("a");
    }

    @Test
    void seesThatAnotherRoleIsAtWorkAlthoughItMayNotLookAtItsSessions() throws Exception {
        revision("off");
        Future<RunReport> first = startFirst();
        String other = database.name() + "_other";
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        superuser.sql("CREATE ROLE " + other + " LOGIN PASSWORD 'secret'").update();
        try {
            database.jdbc()
                    .sql("GRANT SELECT, INSERT, UPDATE, DELETE ON migration_revision, migration_history TO " + other)
                    .update();
            PGSimpleDataSource dataSource = database.newDataSource();
            dataSource.setUser(other);

            assertThatThrownBy(
                            Instance.on(dataSource, revisions).with(s -> s.waitForLock(Duration.ofMillis(200)))
                                    ::upgrade)
                    .isInstanceOf(LockUnavailableException.class);

            gate.createStatement().execute("SELECT pg_advisory_unlock(7)");
            first.get();
        } finally {
            superuser.sql("DROP OWNED BY " + other).update();
            superuser.sql("DROP ROLE " + other).update();
        }
    }
}
