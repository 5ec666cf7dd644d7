package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Most starts of most applications find nothing to do. */
@PostgresTest
class NothingToDoTest {

    private final TestDatabase database;
    private final AtomicInteger statements = new AtomicInteger();

    NothingToDoTest(TestDatabase database) {
        this.database = database;
    }

    /** Counts what is prepared or created, and therefore sent. */
    private final class Counting extends DelegatingDataSource {

        private Counting() {
            super(database.dataSource());
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().matches("createStatement|prepareStatement|prepareCall")) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }
    }

    @Test
    void costsTheSameFewStatementsHoweverManyRevisionsThereAre(@TempDir Path temporary) {
        Revisions revisions = Revisions.in(temporary).add("r0", "base", "SELECT 1;", "SELECT 1;");
        Instance plain = Instance.on(database, revisions);
        Instance counted = Instance.on(new Counting(), revisions);
        plain.upgrade();
        counted.upgrade();
        int few = statements.getAndSet(0);
        counted.status();
        int fewForStatus = statements.getAndSet(0);
        for (int i = 1; i < 60; i++) {
            revisions.add("r" + i, "r" + (i - 1), "SELECT 1;", "SELECT 1;");
        }
        plain.upgrade();

        counted.upgrade();
        assertThat(statements.getAndSet(0)).isEqualTo(few).isLessThanOrEqualTo(3);
        counted.status();
        assertThat(statements.get()).isEqualTo(fewForStatus).isLessThanOrEqualTo(3);
    }

    @Test
    void takesNoLockAndWritesNothing(@TempDir Path temporary) throws Exception {
        Revisions revisions = Revisions.in(temporary).table("a", "base");
        Instance instance = Instance.on(database, revisions);
        instance.upgrade();
        try (Connection other = database.dataSource().getConnection()) {
            Locks.take(other, "t_a");
            other.createStatement().execute("LOCK TABLE migration_revision, migration_history IN EXCLUSIVE MODE");

            assertThat(instance.upgrade().steps()).isEmpty();

            Locks.release(other);
        }
    }
}
