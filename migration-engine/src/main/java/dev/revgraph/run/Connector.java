package dev.revgraph.run;

import dev.revgraph.MigrationException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sessions, patiently if asked to. Thread-safe. */
final class Connector {

    private static final Logger log = LoggerFactory.getLogger(Connector.class);

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "28000";
    private static final String NO_DATABASE = "3D000";

    private final DataSource dataSource;
    private final int retries;
    private final Sleeper sleeper;

    Connector(DataSource dataSource, int retries, Sleeper sleeper) {
        this.dataSource = dataSource;
        this.retries = retries;
        this.sleeper = sleeper;
    }

    /**
     * A session of its own.
     *
     * @throws ConnectionException if the server cannot be reached, after all retries
     * @throws NotPostgresException if the data source leads to another database
     */
    Session open() {
        for (int attempt = 0; ; attempt++) {
            try {
                return new Session(dataSource.getConnection());
            } catch (SQLException thrown) {
                SQLException failure = UrlSecrets.hidden(thrown);
                if (attempt >= retries || isFinal(failure)) {
                    throw explain(failure, attempt);
                }
                Duration pause = Backoff.pause(attempt, Duration.ofMillis(500), Duration.ofSeconds(30));
                log.info(
                        "The database does not answer ({}); trying again in {} ms ({} of {})",
                        Failures.reason(failure),
                        pause.toMillis(),
                        attempt + 1,
                        retries);
                sleeper.sleep(pause);
            }
        }
    }

    /** Looks at a session from another connection of the same data source. */
    StatementWatch watch(Session session, Duration lockTimeout, Announcer announcer) {
        return new StatementWatch(dataSource, session.postgres().getBackendPID(), lockTimeout, announcer);
    }

    /** Waiting does not make a wrong password right. */
    private static boolean isFinal(SQLException failure) {
        SQLException cause = rootOf(failure);
        String state = cause.getSQLState();
        return WRONG_PASSWORD.equals(state) || NOT_ALLOWED.equals(state) || NO_DATABASE.equals(state);
    }

    private static MigrationException explain(SQLException failure, int retried) {
        String state = rootOf(failure).getSQLState();
        String tried = retried == 0 ? "" : " It was tried " + (retried + 1) + " times.";
        String message = "The database cannot be reached: " + sentence(failure) + tried;
        if (WRONG_PASSWORD.equals(state) || NOT_ALLOWED.equals(state)) {
            return new ConnectionException(
                    "The server refuses the login: " + sentence(failure),
                    "Correct user and password (`spring.datasource.username` and `spring.datasource.password`, or"
                            + " `migration.username` and `migration.password`; for a command, `--username` and `--password`).",
                    failure);
        }
        if (NO_DATABASE.equals(state)) {
            return new ConnectionException(
                    message, "Create the database, or correct its name in the JDBC URL.", failure);
        }
        String host = unknownHost(failure);
        if (host != null) {
            return new ConnectionException(
                    "The database cannot be reached: the host \"" + host + "\" is not known." + tried,
                    "Correct the host name in the JDBC URL.",
                    failure);
        }
        return new ConnectionException(
                message,
                "Check that the server runs and that host and port in the JDBC URL are right. If it starts later than"
                        + " the application, set `migration.connect-retries`.",
                failure);
    }

    /** Pools wrap what the driver threw. */
    private static SQLException rootOf(SQLException failure) {
        SQLException root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                root = sql;
            }
        }
        return root;
    }

    /** What went wrong; the driver ends some of its messages with a full stop. */
    private static String sentence(SQLException failure) {
        String reason = Failures.reason(rootOf(failure));
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private static @Nullable String unknownHost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return null;
    }
}
