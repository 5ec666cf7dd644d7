package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.RunReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run without a transaction that ends in the middle of a statement: how it comes to that, and what can be seen after it. */
@PostgresTest
@Timeout(120)
abstract class CutOffRun {

    static final String INDEX = "CREATE INDEX CONCURRENTLY i ON t (n)";

    final TestDatabase database;
    final Abandoned connections;
    final Connection writer;
    final ExecutorService executor = Executors.newFixedThreadPool(2);
    Revisions revisions;

    CutOffRun(TestDatabase database) throws Exception {
        this.database = database;
        this.connections = new Abandoned(database.dataSource());
        this.writer = database.dataSource().getConnection();
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .add("a", "base", "CREATE TABLE t (n int); CREATE TABLE log (n int);", "DROP TABLE t; DROP TABLE log;");
        instance().upgrade();
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        executor.shutdown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    final Instance instance() {
        return Instance.on(database, revisions);
    }

    final void off(String upgrade, String downgrade) {
        revisions.file(
                "b",
                "-- Revision b",
                "-- revises: a",
                "-- transaction: off",
                "-- +upgrade",
                "INSERT INTO log VALUES (1);",
                upgrade + ";",
                "INSERT INTO log VALUES (3);",
                "-- +downgrade",
                downgrade);
    }

    /** The server works on for runs whose client is gone, from the next one on. */
    final void theServerWorksOnAlone() {
        database.jdbc()
                .sql("ALTER ROLE " + database.username() + " SET client_connection_check_interval = '10min'")
                .update();
    }

    /** An open transaction that has written to the table: whatever works concurrently waits for its end. */
    final void write(String table) throws Exception {
        writer.setAutoCommit(false);
        writer.createStatement().execute("INSERT INTO " + table + " VALUES (1)");
    }

    final Future<RunReport> startAndHang(String query) throws Exception {
        return hang(query, executor.submit(() -> {
            Instance doomed = Instance.on(connections, revisions);
            return doomed.upgrade();
        }));
    }

    final Future<RunReport> hang(String query, Future<RunReport> run) throws Exception {
        until(() -> run.isDone() || hanging(query) == 1);
        assertThat(run.isDone()).isFalse();
        return run;
    }

    /** For as long as a test may take. */
    static void until(BooleanSupplier condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(20);
        }
    }

    private long hanging(String query) {
        return database.jdbc()
                .sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE ? AND wait_event_type IN ('Lock', 'Timeout')"
                                + " AND pid <> pg_backend_pid()")
                .param(query + "%")
                .query(Long.class)
                .single();
    }

    final void terminate(String query) throws Exception {
        JdbcClient.create(database.superuserDataSource())
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = ? AND query LIKE ?")
                .params(database.username(), query + "%")
                .query(Long.class)
                .single();
        until(() -> hanging(query) == 0);
    }

    final void hasFailed(Future<RunReport> run) {
        assertThatThrownBy(run::get).cause().isInstanceOf(MigrationException.class);
    }

    final List<Integer> log() {
        return database.jdbc().sql("SELECT n FROM log").query(Integer.class).list();
    }

    final List<String> indexes() {
        return database.jdbc()
                .sql("SELECT c.relname || CASE WHEN indisvalid THEN '' ELSE ' invalid' END FROM pg_index i"
                        + " JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 't'::regclass ORDER BY 1")
                .query(String.class)
                .list();
    }

    final List<String> history() {
        return instance().history().stream()
                .filter(entry -> "b".equals(entry.revision()))
                .map(HistoryEntry::outcome)
                .toList();
    }
}
