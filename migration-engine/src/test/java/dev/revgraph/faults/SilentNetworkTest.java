package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.run.ConnectionException;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the middle of a revision nothing arrives any more, and nobody is told: a cable, a firewall, a frozen machine. */
@PostgresTest
@Timeout(300)
@Tag("slow")
class SilentNetworkTest {

    private static final String LIMITS = """
            CREATE TABLE seen AS SELECT name, setting FROM pg_settings
             WHERE name IN ('client_connection_check_interval', 'idle_in_transaction_session_timeout',
                            'idle_session_timeout', 'tcp_keepalives_idle');
            """;

    private final TestDatabase database;
    private final Path folder;

    SilentNetworkTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private Revisions revisions(String transaction, String upgrade) {
        return Revisions.in(folder)
                .table("a", "base")
                .file(
                        "b",
                        "-- In silence",
                        "-- revises: a",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        upgrade,
                        "-- +downgrade",
                        "DROP TABLE t_b;");
    }

    @ParameterizedTest
    @CsvSource({"on, 60000, 0", "off, 0, 60000"})
    void isNoticedByTheServerBecauseTheRunTellsItTo(String transaction, String inTransaction, String inSession) {
        Instance.on(database, revisions(transaction, LIMITS)).upgrade();

        assertThat(seen())
                .containsExactly(
                        "client_connection_check_interval = 2000",
                        "idle_in_transaction_session_timeout = " + inTransaction,
                        "idle_session_timeout = " + inSession,
                        "tcp_keepalives_idle = 30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void isNoticedSoonerWhereTheRoleSaysSo(String transaction) {
        for (String limit : List.of(
                "client_connection_check_interval = 500",
                "idle_in_transaction_session_timeout = 7000",
                "idle_session_timeout = 8000",
                "tcp_keepalives_idle = 5")) {
            database.jdbc()
                    .sql("ALTER ROLE " + database.username() + " SET " + limit)
                    .update();
        }

        Instance.on(database, revisions(transaction, LIMITS)).upgrade();

        assertThat(seen())
                .containsExactly(
                        "client_connection_check_interval = 500",
                        "idle_in_transaction_session_timeout = 7000",
                        "idle_session_timeout = 8000",
                        "tcp_keepalives_idle = 5");
    }

    private List<String> seen() {
        return database.jdbc()
                .sql("SELECT name || ' = ' || setting FROM seen ORDER BY name")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void holdsUpTheNextInstanceNoLongerThanTheServersOwnLimit(String transaction) throws Exception {
        for (String limit : List.of("idle_in_transaction_session_timeout = 10000", "idle_session_timeout = 10000")) {
            database.jdbc()
                    .sql("ALTER ROLE " + database.username() + " SET " + limit)
                    .update();
        }

        assertThat(untilTheNextOneIsDone(transaction)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void holdsUpTheNextInstanceForAMinuteWhereTheServerHasNoLimit(String transaction) throws Exception {
        Duration took = untilTheNextOneIsDone(transaction);

        System.out.println("After silence in a revision with transaction: " + transaction
                + " the next instance is done after " + took.toMillis() + " ms");
        assertThat(took).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(100));
    }

    private Duration untilTheNextOneIsDone(String transaction) throws Exception {
        Instance instance = Instance.on(database, revisions(transaction, "CREATE TABLE t_b (id int);"));
        instance.upgrade("a");
        try (FaultyProxy proxy = proxy()) {
            Silenced silenced = startAndFallSilent(proxy, "");
            CompletableFuture<Void> first = silenced.run();

            instance.upgrade();

            Duration took = Duration.ofNanos(System.nanoTime() - silenced.since());
            assertThat(first).as("the one that hears nothing").isNotDone();
            proxy.cut();
            assertThatThrownBy(() -> first.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ConnectionException.class);
            assertThat(instance.history()).extracting(HistoryEntry::revision).containsExactly("a", "b");
            return took;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void endsTheRunItselfWithASocketTimeout(String transaction) throws Exception {
        Instance instance = Instance.on(database, revisions(transaction, "CREATE TABLE t_b (id int);"));
        instance.upgrade("a");
        try (FaultyProxy proxy = proxy()) {
            CompletableFuture<Void> first =
                    startAndFallSilent(proxy, "&socketTimeout=10").run();

            assertThatThrownBy(() -> first.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ConnectionException.class);
        }
    }

    private FaultyProxy proxy() throws IOException {
        return new FaultyProxy(
                URI.create(database.url().substring("jdbc:".length())).getPort());
    }

    /**
     * A run that hears nothing any more.
     *
     * @param since a moment of {@link System#nanoTime}
     */
    private record Silenced(CompletableFuture<Void> run, long since) {}

    private Silenced startAndFallSilent(FaultyProxy proxy, String options) throws Exception {
        String url = Order.url(database).replaceFirst("//[^/]+/", "//localhost:" + proxy.port() + "/") + options;
        CompletableFuture<Long> silent = new CompletableFuture<>();
        Instance instance = Order.upgrade(url, folder).instance().listening(event -> {
            if (event instanceof RevisionStarted) {
                proxy.stall();
                silent.complete(System.nanoTime());
            }
        });
        CompletableFuture<Void> running = CompletableFuture.runAsync(instance::upgrade, Background::start);
        return new Silenced(running, silent.get(1, TimeUnit.MINUTES));
    }
}
