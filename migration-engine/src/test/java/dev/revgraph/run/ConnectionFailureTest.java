package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database cannot be reached, or not as this user. */
@PostgresTest
class ConnectionFailureTest {

    private static final String PASSWORD = "pa55-word";

    private final TestDatabase database;
    private Revisions revisions;

    ConnectionFailureTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base");
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = database.newDataSource();
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    private ConnectionException failure(DataSource dataSource) {
        ConnectionException failure = catchThrowableOfType(
                ConnectionException.class,
                () -> Instance.on(dataSource, revisions).upgrade());
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything + failure.action() + failure.details()).doesNotContain(PASSWORD);
        assertThat(failure.getMessage()).endsWith(".").doesNotContain("..");
        return failure;
    }

    @Test
    void namesADatabaseThatIsNotThere() {
        PGSimpleDataSource dataSource = database.newDataSource();
        dataSource.setDatabaseName("nowhere");

        ConnectionException failure = failure(dataSource);

        assertThat(failure).hasMessageContaining("database \"nowhere\" does not exist");
        assertThat(failure.action()).contains("Create the database");
    }

    @Test
    void namesAHostThatIsUnknown() {
        PGSimpleDataSource dataSource = dataSource();
        dataSource.setServerNames(new String[] {"no-such-host.invalid"});

        assertThat(failure(dataSource).action()).contains("Correct the host name");
    }

    @Test
    void saysHowToWaitForAServerThatStartsLater() {
        PGSimpleDataSource dataSource = dataSource();
        dataSource.setPortNumbers(new int[] {1});

        ConnectionException failure = failure(dataSource);

        assertThat(failure).hasMessageContaining("The database cannot be reached");
        assertThat(failure.action()).contains("`migration.connect-retries`");
    }

    @Test
    void namesAUserThatIsUnknown() {
        PGSimpleDataSource dataSource = dataSource();
        dataSource.setUser("nobody");

        ConnectionException failure = failure(dataSource);

        assertThat(failure).hasMessageContaining("The server refuses the login");
        assertThat(failure.action()).contains("`migration.username`");
    }

    @Test
    void findsTheCauseBelowWhatAPoolSaysOfIt() {
        HikariConfig configuration = new HikariConfig();
        PGSimpleDataSource dataSource = database.newDataSource();
        dataSource.setDatabaseName("nowhere");
        configuration.setDataSource(dataSource);
        configuration.setConnectionTimeout(5000);
        configuration.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(configuration)) {
            assertThat(failure(pool)).hasMessageContaining("database \"nowhere\" does not exist");
        }
    }

    @Test
    void triesAgainAsOftenAsItMay() {
        PGSimpleDataSource closed = dataSource();
        closed.setPortNumbers(new int[] {1});
        AtomicInteger attempts = new AtomicInteger();
        DataSource late = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return attempts.incrementAndGet() <= 2 ? closed.getConnection() : super.getConnection();
            }
        };

        Instance.on(late, revisions).with(s -> s.connectRetries(2)).upgrade();

        assertThat(Instance.on(database, revisions).status().current()).containsExactly("a");
        ConnectionException failure = catchThrowableOfType(
                ConnectionException.class,
                () -> Instance.on(closed, revisions)
                        .with(s -> s.connectRetries(1))
                        .upgrade());
        assertThat(failure).hasMessageContaining("It was tried 2 times.");
    }

    @Test
    void doesNotTryAWrongDatabaseAgain() {
        AtomicInteger attempts = new AtomicInteger();
        PGSimpleDataSource wrong = database.newDataSource();
        wrong.setDatabaseName("nowhere");
        DataSource counted = new DelegatingDataSource(wrong) {
            @Override
            public Connection getConnection() throws SQLException {
                attempts.incrementAndGet();
                return super.getConnection();
            }
        };

        assertThatThrownBy(() -> Instance.on(counted, revisions)
                        .with(s -> s.connectRetries(5))
                        .upgrade())
                .isInstanceOf(ConnectionException.class);

        assertThat(attempts).hasValue(1);
    }
}
