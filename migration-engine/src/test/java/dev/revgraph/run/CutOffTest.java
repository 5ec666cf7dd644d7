package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S08: a run without a transaction ends in the middle of a statement, by the death of the client or of the server process. */
@PostgresTest
@Timeout(120)
class CutOffTest {

    private static final String INDEX = "CREATE INDEX CONCURRENTLY i ON t (n)";

    private final TestDatabase database;
    private final Abandoned connections;
    private final Connection writer;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private Revisions revisions;

    CutOffTest(TestDatabase database) throws Exception {
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

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void off(String upgrade, String downgrade) {
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

    /** An open transaction that has written to the table: whatever works concurrently waits for its end. */
    private void write(String table) throws Exception {
        writer.setAutoCommit(false);
        writer.createStatement().execute("INSERT INTO " + table + " VALUES (1)");
    }

    private Future<RunReport> startAndHang(String query) throws Exception {
        return hang(query, executor.submit(() -> {
            Instance doomed = Instance.on(connections, revisions);
            return doomed.upgrade();
        }));
    }

    private Future<RunReport> hang(String query, Future<RunReport> run) throws Exception {
        until(() -> run.isDone() || hanging(query) == 1);
        assertThat(run.isDone()).isFalse();
        return run;
    }

    /** For as long as a test may take. */
    private static void until(BooleanSupplier condition) throws Exception {
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

    private void terminate(String query) throws Exception {
        JdbcClient.create(database.superuserDataSource())
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = ? AND query LIKE ?")
                .params(database.username(), query + "%")
                .query(Long.class)
                .single();
        until(() -> hanging(query) == 0);
    }

    private void hasFailed(Future<RunReport> run) {
        assertThatThrownBy(run::get).cause().isInstanceOf(MigrationException.class);
    }

    private List<Integer> log() {
        return database.jdbc().sql("SELECT n FROM log").query(Integer.class).list();
    }

    private List<String> indexes() {
        return database.jdbc()
                .sql("SELECT c.relname || CASE WHEN indisvalid THEN '' ELSE ' invalid' END FROM pg_index i"
                        + " JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 't'::regclass ORDER BY 1")
                .query(String.class)
                .list();
    }

    private List<String> history() {
        return instance().history().stream()
                .filter(entry -> "b".equals(entry.revision()))
                .map(HistoryEntry::outcome)
                .toList();
    }

    @Test
    void anIndexLeftInvalidIsDroppedAndBuiltAgain() throws Exception {
        off(INDEX, "DROP INDEX i;");
        write("t");
        Future<RunReport> run = startAndHang("CREATE INDEX");
        terminate("CREATE INDEX");
        hasFailed(run);
        assertThat(indexes()).containsExactly("i invalid");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        writer.rollback();

        instance().upgrade();

        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
        assertThat(history()).containsExactly("done");
    }

    @Test
    void anIndexThatTheServerFinishesAloneIsWaitedForAndKept() throws Exception {
        off(INDEX, "DROP INDEX i;");
        write("t");
        Future<RunReport> run = startAndHang("CREATE INDEX");
        connections.cutOff();
        hasFailed(run);
        Future<RunReport> next = executor.submit(() -> instance().upgrade());
        assertThatThrownBy(instance().with(s -> s.waitForLock(Duration.ofMillis(300)))::upgrade)
                .isInstanceOf(LockUnavailableException.class)
                .hasMessageContainingAll("it runs revision \"b\" outside a transaction", "pid ", "active since");
        String building = oidOfIndex();
        writer.commit();

        assertThat(next.get().current()).containsExactly("b");
        assertThat(oidOfIndex()).isEqualTo(building);
        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
        assertThat(history()).containsExactly("done");
    }

    private String oidOfIndex() {
        return database.jdbc()
                .sql("SELECT 'i'::regclass::oid::text")
                .query(String.class)
                .single();
    }

    @Test
    void aUniqueIndexThatFailsIsClearedAwayBeforeTheNextAttempt() throws Exception {
        off("CREATE UNIQUE INDEX CONCURRENTLY i ON t (n)", "DROP INDEX i;");
        database.jdbc().sql("INSERT INTO t VALUES (1), (1)").update();
        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        assertThat(indexes()).containsExactly("i invalid");
        database.jdbc().sql("TRUNCATE t").update();

        instance().upgrade();

        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
    }

    @Test
    void anIndexThatSomebodyElseMadeIsNotTakenForOurs() {
        database.jdbc().sql("CREATE INDEX i ON t (n)").update();
        off(INDEX, "");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(instance()::upgrade)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("already exists");
        }
    }

    @Test
    void aDowngradeThatDroppedItsIndexGoesOnBehindIt() throws Exception {
        off(INDEX, "INSERT INTO log VALUES (4); DROP INDEX CONCURRENTLY i; INSERT INTO log VALUES (5);");
        instance().upgrade();
        write("t");
        Future<RunReport> run = hang(
                "DROP INDEX",
                executor.submit(() -> Instance.on(connections, revisions).downgrade("a")));
        connections.cutOff();
        hasFailed(run);
        writer.commit();

        instance().downgrade("a");

        assertThat(indexes()).isEmpty();
        assertThat(log()).containsExactly(1, 3, 4, 5);
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void aDowngradeWhoseIndexIsStillThereDropsIt() throws Exception {
        off(INDEX, "DROP INDEX CONCURRENTLY i; INSERT INTO log VALUES (5);");
        instance().upgrade();
        write("t");
        Future<RunReport> run = hang(
                "DROP INDEX",
                executor.submit(() -> Instance.on(connections, revisions).downgrade("a")));
        terminate("DROP INDEX");
        hasFailed(run);
        writer.commit();
        revisions.remove("b");

        instance().downgrade("a");

        assertThat(indexes()).isEmpty();
        assertThat(log()).containsExactly(1, 3, 5);
    }

    @Test
    void aStatementThatCanBeUndoneCountsWithItsCommitOrNotAtAll() throws Exception {
        off("INSERT INTO log SELECT 2 FROM pg_sleep(3600)", "");
        Future<RunReport> run = startAndHang("INSERT INTO log SELECT");
        terminate("INSERT INTO log SELECT");
        hasFailed(run);
        off("INSERT INTO log SELECT 2 FROM pg_sleep(0)", "");

        instance().upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
        assertThat(history()).containsExactly("done");
    }

    @Test
    void aStatementThatTheServerIsStillRunningIsWaitedFor() throws Exception {
        off("INSERT INTO log SELECT 2 FROM pg_sleep(2)", "");
        Future<RunReport> run = startAndHang("INSERT INTO log SELECT");
        connections.cutOff();
        hasFailed(run);

        instance().upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
    }

    @Test
    void aPartitionThatIsHalfDetachedIsFinalised() throws Exception {
        database.jdbc().sql("CREATE TABLE p (n int) PARTITION BY RANGE (n)").update();
        database.jdbc()
                .sql("CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10)")
                .update();
        off("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY", "");
        write("p");
        Future<RunReport> run = startAndHang("ALTER TABLE p DETACH");
        terminate("ALTER TABLE p DETACH");
        hasFailed(run);
        writer.rollback();

        instance().upgrade();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_inherits")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log()).containsExactly(1, 3);
    }

    @Test
    void whatAReindexHasLeftIsClearedAway() throws Exception {
        database.jdbc().sql("CREATE INDEX i ON t (n)").update();
        off("REINDEX (VERBOSE) TABLE CONCURRENTLY t", "");
        write("t");
        Future<RunReport> run = startAndHang("REINDEX");
        terminate("REINDEX");
        hasFailed(run);
        assertThat(indexes()).containsExactly("i", "i_ccnew invalid");
        writer.rollback();

        instance().upgrade();

        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
    }

    @Test
    void aProcedureThatCommitsIsDecidedByAPerson() throws Exception {
        database.jdbc().sql("""
                CREATE PROCEDURE work() LANGUAGE plpgsql AS $$
                BEGIN INSERT INTO log VALUES (2); COMMIT; PERFORM pg_sleep(3600); END $$
                """).update();
        off("CALL work()", "");
        Future<RunReport> run = startAndHang("CALL");
        terminate("CALL");
        hasFailed(run);

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(
                        InvalidStateException.class,
                        refused -> assertThat(refused.action()).contains("`repair --done b`", "`repair --again b`"))
                .hasMessageContaining("was cut off in statement 2");
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
    }

    @Test
    void theOneThatWaitsGoesOnWhenTheOtherOneDies() throws Exception {
        off("CREATE INDEX CONCURRENTLY i ON t (n)", "");
        write("t");
        Future<RunReport> run = startAndHang("CREATE INDEX");
        Future<RunReport> waiting = executor.submit(() -> instance().upgrade());
        terminate("CREATE INDEX");
        hasFailed(run);
        writer.rollback();

        assertThat(waiting.get(60, TimeUnit.SECONDS).current()).containsExactly("b");
        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
    }
}
