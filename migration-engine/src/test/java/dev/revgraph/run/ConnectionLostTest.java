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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
