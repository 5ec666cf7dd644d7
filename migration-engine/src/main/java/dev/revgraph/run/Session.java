package dev.revgraph.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One connection, borrowed for the length of a command and given back as it was found: autocommit and prepared
 * statements as before, no transaction open. Statements commit by themselves between {@link #begin} and
 * {@link #commit}'s transactions. Not thread-safe.
 */
final class Session implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final PGConnection postgres;
    private final SingleConnectionDataSource dataSource;
    private final JdbcTemplate jdbc;
    private final boolean autoCommitAsFound;
    private final int prepareThresholdAsFound;

    /** @throws NotPostgresException if the connection leads elsewhere; it is closed then */
    Session(Connection connection) throws SQLException {
        this.connection = connection;
        if (!connection.isWrapperFor(PGConnection.class)) {
            String product = connection.getMetaData().getDatabaseProductName();
            connection.close();
            throw new NotPostgresException(product);
        }
        this.postgres = connection.unwrap(PGConnection.class);
        this.autoCommitAsFound = connection.getAutoCommit();
        this.prepareThresholdAsFound = postgres.getPrepareThreshold();
        // Named statements of the server would be lost behind a pooler in transaction mode.
        postgres.setPrepareThreshold(0);
        if (!autoCommitAsFound) {
            connection.setAutoCommit(true);
        }
        this.dataSource = new SingleConnectionDataSource(connection, true);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    Connection connection() {
        return connection;
    }

    PGConnection postgres() {
        return postgres;
    }

    JdbcOperations jdbc() {
        return jdbc;
    }

    /** The connection as a data source whose connections cannot be closed. */
    SingleConnectionDataSource dataSource() {
        return dataSource;
    }

    /** Begins a transaction; the server hears of it with the first statement. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Rolls back after a failure; that this fails as well does not hide it. */
    void rollbackAfter(Throwable failure) {
        try {
            rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    boolean isOpen() throws SQLException {
        return !connection.isClosed();
    }

    /** What was to be done is done or has failed by now; a connection that breaks at its end changes nothing about it. */
    @Override
    public void close() {
        try (Connection closing = connection) {
            if (!closing.isClosed()) {
                rollback();
                postgres.setPrepareThreshold(prepareThresholdAsFound);
                closing.setAutoCommit(autoCommitAsFound);
            }
        } catch (SQLException broken) {
            log.warn("The connection breaks as it is given back: {}", Failures.reason(broken));
        }
    }
}
