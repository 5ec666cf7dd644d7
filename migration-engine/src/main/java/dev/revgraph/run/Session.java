package dev.revgraph.run;

import dev.revgraph.store.Change;
import dev.revgraph.store.KeptStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
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
    private final RememberingJdbc jdbc;
    private final boolean autoCommitAsFound;
    private final int prepareThresholdAsFound;
    private KeptStatements statements;
    private @Nullable StringsAsWritten strings;
    private @Nullable Notices notices;

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
        this.jdbc = new RememberingJdbc(dataSource);
        this.statements = KeptStatements.none(jdbc);
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

    /** The statement of {@link #jdbc()} that this is the failure of. */
    Optional<RememberingJdbc.Failed> failed(SQLException failure) {
        return jdbc.failed(failure);
    }

    /** Statements that are sent again and again. */
    KeptStatements statements() {
        return statements;
    }

    /**
     * Lets the server keep the statements of a long run until the session is given back.
     *
     * @param backend the server process that answers; a pooler, which may hand each transaction to another one, tells
     *     the driver a number of its own
     */
    void keepStatements(int backend) {
        if (backend == postgres.getBackendPID()) {
            statements = KeptStatements.inSession(jdbc);
        }
    }

    /** What the server says beside its answers goes there from now on. */
    void hear(Notices passedOn) {
        notices = passedOn;
        // What was said before concerns no revision.
        passedOn.read(connection);
        jdbc.hear(passedOn);
    }

    /** Revisions are about to be sent: the server is to read their strings as they were read here. */
    void readStringsAsWritten() {
        if (strings == null) {
            strings = StringsAsWritten.in(postgres, jdbc);
        }
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
        if (notices != null) {
            notices.read(connection);
        }
        connection.setAutoCommit(true);
    }

    /** Sends statements as the last ones of the transaction, and commits, in one message. */
    void commitAfter(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(statements + "; COMMIT");
        }
        connection.setAutoCommit(true);
    }

    /**
     * Makes a change as the last one of the transaction and commits.
     *
     * @throws DataAccessException if the change is refused, see {@link #isInTransaction()}, or the commit fails
     */
    long commit(Change change) throws SQLException {
        long number = statements.makeAndCommit(change);
        connection.setAutoCommit(true);
        return number;
    }

    /** Whether the server is in a transaction, be it a failed one. */
    boolean isInTransaction() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
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
                statements.forget();
                if (strings != null) {
                    strings.restore();
                }
                postgres.setPrepareThreshold(prepareThresholdAsFound);
                closing.setAutoCommit(autoCommitAsFound);
            }
        } catch (SQLException | DataAccessException broken) {
            log.warn("The connection breaks as it is given back: {}", Failures.reason(broken));
        }
    }
}
