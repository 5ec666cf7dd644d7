package dev.revgraph.run;

import dev.revgraph.store.KeptStatements;
import dev.revgraph.store.RevisionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins a transaction that changes records: isolation, time-outs, the lock and a look at what others did meanwhile
 * travel to the server in one round trip, as three statements. The look is a statement of its own because its snapshot
 * must be younger than the lock.
 *
 * @param locked whether this transaction holds the lock
 * @param version the number of the last history line; 0 if the tables are not there yet
 * @param running the revision that somebody runs outside a transaction, {@code null} if there is none
 */
record Opening(boolean locked, long version, @Nullable String running) {

    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; ";

    private static final String LOCK_TIMEOUT = "pg_catalog.set_config('lock_timeout', '%d', true)";
    private static final String STATEMENT_TIMEOUT = ", pg_catalog.set_config('statement_timeout', '%d', true)";

    /**
     * The transaction is atomic either way; a crash of the server can only lose it whole. The last commit of a run is
     * synchronous and carries all earlier ones to disk.
     */
    private static final String COMMIT_LATER = ", pg_catalog.set_config('synchronous_commit', 'off', true)";

    /**
     * How a transaction is to be.
     *
     * @param flush whether its commit waits for the disk
     * @param code whether Java runs in it, which may think between two statements
     */
    record Terms(Duration lockTimeout, @Nullable Duration statementTimeout, boolean flush, boolean code) {

        /** What has to be selected for the terms to hold until the end of the transaction. */
        String settings() {
            return LOCK_TIMEOUT.formatted(lockTimeout.toMillis())
                    + (statementTimeout == null ? "" : STATEMENT_TIMEOUT.formatted(statementTimeout.toMillis()))
                    + (flush ? "" : COMMIT_LATER)
                    + ",\n"
                    + Vigilance.ofTransaction(code);
        }
    }

    /** The caller commits or rolls back, whatever the outcome. */
    static Opening of(Session session, RevisionStore store, Terms terms) throws SQLException {
        return of(session, take(store, terms), store.lookQuery());
    }

    /** The query that sets the terms and tries to take the lock. */
    static String take(RevisionStore store, Terms terms) {
        return "SELECT " + store.lock().tryExpression() + " AS locked, " + terms.settings();
    }

    static Opening of(Session session, String take, String look) throws SQLException {
        KeptStatements statements = session.statements();
        String sql = BEGIN + statements.text(take, List.of()) + "; " + statements.text(look, List.of());
        session.begin();
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
            boolean locked = next(statement).getBoolean(1);
            ResultSet seen = next(statement);
            return new Opening(locked, seen.getLong(1), seen.getString(2));
        }
    }

    /** The next result that has rows, at its first one. */
    static ResultSet next(Statement statement) throws SQLException {
        while (!statement.getMoreResults()) {
            if (statement.getUpdateCount() == -1) {
                throw new SQLException("The server answers fewer results than it was asked for.");
            }
        }
        ResultSet rows = statement.getResultSet();
        rows.next();
        return rows;
    }
}
