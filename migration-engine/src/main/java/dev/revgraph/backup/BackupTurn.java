package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import dev.revgraph.server.Login;
import dev.revgraph.store.Identifier;
import dev.revgraph.store.MigrationLock;
import dev.revgraph.store.Place;
import dev.revgraph.store.RevisionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to back a database up and migrate it, which one instance has at a time: ten that start together make one
 * backup, of the state before the first revision. Held by an open transaction without a snapshot, on a connection of its
 * own, so it ends with its holder and nobody waits inside a statement for it. Used by one thread.
 */
public final class BackupTurn implements AutoCloseable {

    /** The transaction is idle as long as backup and upgrade take. */
    private static final String STAY = "SET LOCAL idle_in_transaction_session_timeout = 0";

    private static final Logger LOG = LoggerFactory.getLogger(BackupTurn.class);

    private final Connection connection;

    private BackupTurn(Connection connection) {
        this.connection = connection;
    }

    /**
     * Tries to take it; nothing if another instance has it.
     *
     * @param schema of the migration tables; {@code null} for the connection's current one
     * @throws BackupException if the server cannot be asked
     */
    public static Optional<BackupTurn> tryTake(Login login, @Nullable String schema) {
        try {
            Connection connection = login.dataSource().getConnection();
            boolean taken = false;
            try {
                taken = take(connection, schema);
                return taken ? Optional.of(new BackupTurn(connection)) : Optional.empty();
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
        } catch (SQLException failure) {
            throw new BackupException(
                    ErrorCode.BACKUP_FAILED,
                    "The backup before the upgrade is not begun. The server says: " + failure.getMessage() + ".",
                    "Correct that and try again.",
                    "",
                    failure);
        }
    }

    private static boolean take(Connection connection, @Nullable String schema) throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        Place place = RevisionStore.locate(jdbc, schema);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAY);
        }
        Identifier where = place.schema() == null ? new Identifier("public") : place.schema();
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT " + MigrationLock.ofBackups(where).tryExpression(), Boolean.class));
    }

    /** Gives it back. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException lost) {
            LOG.debug("The turn has ended with its connection: {}", lost.getMessage());
        }
    }
}
