package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.State;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between the instances and the server stands PgBouncer, as packaged by Debian or newer, with no option of the URL. */
@PostgresTest
@Timeout(240)
class PgBouncerTest {

    private static final List<String> SETTINGS = List.of(
            "lock_timeout",
            "statement_timeout",
            "idle_session_timeout",
            "idle_in_transaction_session_timeout",
            "client_connection_check_interval");

    @TempDir
    private Path folder;

    /** All kinds: in a transaction, outside one with an index, a Java revision page by page. */
    private static final RandomPlan PLAN = new RandomPlan(
            List.of(
                    new RandomPlan.Script("r2", "j1", true, List.of(Change.table("t_r2"), Change.row("r2"))),
                    new RandomPlan.Script(
                            "r3", "r2", false, List.of(Change.column("c_r3"), Change.index("i_r3"), Change.row("r3"))),
                    new RandomPlan.Script("z", "r3", true, List.of(Change.table("t_z")))),
            List.of("j1"));

    private Order order(PgBouncer pooler) {
        PLAN.write(Revisions.in(folder));
        return Order.upgrade(pooler.url(), folder).code(PLAN.code());
    }

    private static void assertDone(TestDatabase database) throws Exception {
        new Invariants(PLAN, database.superuserDataSource()).assertEnd(true);
    }

    @ParameterizedTest
    @CsvSource({"transaction, 1", "transaction, 3", "session, 1", "session, 3"})
    void doesAllKindsOfWorkUpAndDownAgain(String mode, int size, TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode, size)) {
            Instance instance = order(pooler).instance();

            instance.upgrade();
            assertDone(database);
            assertThat(instance.status().state()).isEqualTo(State.UP_TO_DATE);
            instance.downgrade("base");

            assertThat(instance.status().current()).isEmpty();
            assertThat(leftSettings(pooler)).isEqualTo(leftSettings(database));
        }
    }

    /** What others find who get the same connection to the server after us. */
    private static List<String> leftSettings(PgBouncer pooler) {
        return settings(JdbcClient.create(pooler.dataSource()));
    }

    private static List<String> leftSettings(TestDatabase database) {
        return settings(database.jdbc());
    }

    private static List<String> settings(JdbcClient jdbc) {
        return SETTINGS.stream()
                .map(name -> name + " = "
                        + jdbc.sql("SHOW " + name).query(String.class).single())
                .toList();
    }

    /** A pool of one connection, as long as the application lives; the driver prepares on the server what comes often. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void worksAgainAndAgainOnThePoolOfAnApplication(String mode, TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder).table("a", "base").table("b", "a");
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode, 2)) {
            try (HikariDataSource first = new HikariDataSource(poolOfOne(pooler));
                    HikariDataSource second = new HikariDataSource(poolOfOne(pooler))) {
                for (int i = 0; i < 8; i++) {
                    assertThat(Instance.on(first, revisions).upgrade().current())
                            .containsExactly("b");
                    assertThat(Instance.on(second, revisions).status().state()).isEqualTo(State.UP_TO_DATE);
                    assertThat(Instance.on(second, revisions).downgrade("base").current())
                            .isEmpty();
                }
            }
        }
    }

    private static HikariConfig poolOfOne(PgBouncer pooler) {
        HikariConfig one = new HikariConfig();
        one.setDataSource(pooler.dataSource());
        one.setMaximumPoolSize(1);
        return one;
    }

    @ParameterizedTest
    @CsvSource({"transaction, 1", "transaction, 3", "session, 3"})
    void letsSeveralInstancesStartAtOnce(String mode, int size, TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode, size)) {
            Order order = order(pooler);
            List<CompletableFuture<Void>> instances = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                instances.add(CompletableFuture.runAsync(() -> order.instance().upgrade(), Background::start));
            }
            for (CompletableFuture<Void> instance : instances) {
                instance.get(2, TimeUnit.MINUTES);
            }
            assertDone(database);
        }
    }

    /** The pooler hears of the death, and so does the server. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void letsTheNextRunGoOnWhenAProcessIsKilledInARevision(String mode, TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "LOCK TABLE t_a; CREATE TABLE t_b (id int);", "DROP TABLE t_b;");
        Watcher watcher = Watcher.of(database);
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode, 3)) {
            Instance instance = Instance.on(pooler.dataSource(), revisions);
            instance.upgrade("a");
            Order order = Order.upgrade(pooler.url(), folder).locks(Duration.ofMinutes(2), 0);
            try (Connection reader = Watcher.holding(database, "SELECT * FROM t_a");
                    InstanceProcess first = InstanceProcess.start(order);
                    InstanceProcess second = InstanceProcess.prepare()) {
                int backend = watcher.awaitBlocked("LOCK TABLE t_a");
                second.await("ready"::equals);
                first.kill();
                second.give(order);
                watcher.awaitGone(backend);
                reader.rollback();
                second.awaitSuccess();
            }
            assertThat(instance.history()).extracting(HistoryEntry::revision).containsExactly("a", "b");
        }
    }

    /** Pages of a Java revision: the next run goes on behind the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void letsTheNextRunGoOnWhenAProcessIsKilledBetweenPages(String mode, TestDatabase database) throws Exception {
        Watcher watcher = Watcher.of(database);
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode, 3)) {
            Order order = order(pooler).locks(Duration.ofMinutes(2), 0);
            order.instance().upgrade("r1");
            try (Connection writer = Watcher.holding(database, "UPDATE big SET down2 = 7 WHERE id = 100");
                    InstanceProcess first = InstanceProcess.start(order)) {
                int backend = watcher.awaitBlocked("UPDATE big SET up1");
                first.kill();
                watcher.awaitGone(backend);
                writer.rollback();
            }
            order.instance().upgrade();
            assertDone(database);
        }
    }

    /** Nobody can say in which server processes a statement and the question about it have run. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void leavesToAPersonAProcedureThatFails(String mode, TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .file(
                        "a",
                        "-- Revision a",
                        "-- revises: base",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CALL nowhere();",
                        "-- +downgrade",
                        "SELECT 1;");
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode, 3)) {
            Instance instance = Instance.on(pooler.dataSource(), revisions);

            assertThatThrownBy(instance::upgrade)
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            failure -> assertThat(failure.action()).contains("`repair --again a`"));

            assertThat(instance.status().state()).isEqualTo(State.INVALID);
        }
    }
}
