package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.run.MigrationEvent.RunFinished;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The server ends the session in the middle of a revision that is one transaction. */
@PostgresTest
class ConnectionLostTest {

    private final TestDatabase database;
    private final List<MigrationEvent> events = new ArrayList<>();
    private Revisions revisions;

    ConnectionLostTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base");
    }

    private Instance instance() {
        return Instance.on(database, revisions).listening(events::add);
    }

    @Test
    void leavesWholeRevisionsAndGoesOnByItself() {
        revisions.add("b", "a", "CREATE TABLE b (n int); SELECT pg_terminate_backend(pg_backend_pid());", "");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(
                        ConnectionException.class,
                        lost -> assertThat(lost.action()).contains("it goes on by itself"))
                .hasMessageContaining("The connection to the database is lost")
                .hasMessageContaining("Every revision that was reported as finished is committed");
        assertThat(events).last().isInstanceOfSatisfying(RunFinished.class, finished -> {
            assertThat(finished.failure()).isInstanceOf(ConnectionException.class);
            assertThat(finished.report().current()).containsExactly("a");
        });
        assertThat(instance().status().current()).containsExactly("a");

        revisions.add("b", "a", "CREATE TABLE b (n int);", "");
        instance().upgrade();

        assertThat(instance().status().current()).containsExactly("b");
        assertThat(instance().history()).extracting(HistoryEntry::outcome).containsOnly("done");
    }

    @ParameterizedTest
    @CsvSource({
        "on, 57P01, Its transaction is rolled back: nothing of it remains. Every revision",
        "on, 08006, The server may still be at work on the statement until it notices; the next run waits for it.",
        "off, 57P01, What it had committed before stays committed and is recorded; the next run goes on behind it, or asks first what became of a statement that can commit by itself. Every",
        "off, 08006, 'at work on the statement: the next run waits for it, and looks whether it took effect.'",
    })
    void saysWhatBecameOfTheRevision(String transaction, String state, String after) {
        revisions.file(
                "b",
                "-- B",
                "-- revises: a",
                "-- transaction: " + transaction,
                "-- +upgrade",
                "SELECT 1; SELECT 'breaks here';",
                "-- +downgrade");
        DataSource breaks = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return breakingAt("breaks here", state, super.getConnection());
            }
        };

        assertThatThrownBy(Instance.on(breaks, revisions)::upgrade)
                .isInstanceOfSatisfying(
                        ConnectionException.class,
                        lost -> assertThat(lost.revisions()).containsExactly("b"))
                .hasMessageContaining("The connection to the database is lost while revision \"b\" runs: it is cut. ")
                .hasMessageContaining(after);

        assertThat(instance().upgrade().current()).containsExactly("b");
    }

    @Test
    void saysThatACommitIsUnanswered() {
        revisions.add("b", "a", """
                CREATE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE TABLE b (n int);
                CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT ON b DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION ends();
                INSERT INTO b VALUES (1);
                """, "");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining(
                        "while revision \"b\" runs: terminating connection due to administrator command. Its"
                                + " commit was on the way: either all of it is there or nothing of it, and `status` says which.");
    }

    private static Connection breakingAt(String words, String state, Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (result, values) -> result instanceof Statement statement && !(result instanceof PreparedStatement)
                        ? proxy(Statement.class, statement, (nothing, sql) -> {
                            if (sql != null
                                    && sql.length > 0
                                    && String.valueOf(sql[0]).contains(words)
                                    && !String.valueOf(sql[0]).contains("migration_revision")) {
                                throw new SQLException("it is cut", state);
                            }
                            return nothing;
                        })
                        : result);
    }

    /** What happens to the result of each call. */
    private interface After {
        @Nullable Object change(@Nullable Object result, Object @Nullable [] values) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(
                ConnectionLostTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    try {
                        return after.change(method.invoke(real, values), values);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    @Test
    void doesNotFailARunThatIsDone() {
        DataSource breaksAtTheEnd = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return breakingWhenClosed(super.getConnection());
            }
        };

        assertThat(Instance.on(breaksAtTheEnd, revisions).upgrade().current()).containsExactly("a");

        assertThat(instance().status().current()).containsExactly("a");
    }

    private static Connection breakingWhenClosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ConnectionLostTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, values) -> {
                    try {
                        Object result = method.invoke(connection, values);
                        if (method.getName().equals("close")) {
                            throw new SQLException("Unable to close connection properly");
                        }
                        return result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Test
    void leavesAPoolThatWorks() {
        revisions.add("b", "a", "SELECT pg_terminate_backend(pg_backend_pid());", "");
        try (var pool = database.pool(1)) {
            Instance pooled = Instance.on(pool, revisions);
            assertThatThrownBy(pooled::upgrade).isInstanceOf(ConnectionException.class);
            revisions.add("b", "a", "SELECT 1;", "");

            pooled.upgrade();

            assertThat(pooled.status().current()).containsExactly("b");
        }
    }
}
