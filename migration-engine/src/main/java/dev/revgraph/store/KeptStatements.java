package dev.revgraph.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.StatementCallback;

/**
 * The statements that a run sends with every revision. On a session of its own they are kept by the server, which then
 * parses and plans them once and not for each revision. The driver's own prepared statements do not serve: it forgets
 * them at every DDL. Values are written into the text, since {@code EXECUTE} binds none. What is kept is lost behind a
 * pooler in transaction mode, so there statements are sent whole. Not thread-safe, like the session.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-prepare.html">PREPARE</a>
 */
public final class KeptStatements {

    private static final String NO_SUCH_STATEMENT = "26000";

    private static final String STILL_THERE =
            "SELECT name FROM pg_catalog.pg_prepared_statements WHERE pg_catalog.starts_with(name, ?) ORDER BY name";

    private final JdbcOperations jdbc;
    private final Map<String, String> names = new HashMap<>();
    private final String prefix;
    private boolean keeping;

    private KeptStatements(JdbcOperations jdbc, boolean keeping) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        // A session of a pool may still have those of a run whose end it did not see.
        this.prefix = "revgraph_" + Long.toHexString(System.nanoTime()) + "_";
    }

    /** Keeps statements: for a session that no pooler hands to others between two transactions. */
    public static KeptStatements inSession(JdbcOperations jdbc) {
        return new KeptStatements(jdbc, true);
    }

    /** Keeps none. */
    public static KeptStatements none(JdbcOperations jdbc) {
        return new KeptStatements(jdbc, false);
    }

    /**
     * What to send for a statement, once; its values stand in the order of its question marks. The first time it takes
     * along what makes the server keep it.
     */
    public String text(String sql, List<Object> values) {
        if (!keeping) {
            return SqlLiteral.inlined(sql, values);
        }
        String arguments = values.stream().map(SqlLiteral::of).collect(Collectors.joining(", ", "(", ")"));
        String known = names.get(sql);
        String name = known == null ? prefix + names.size() : known;
        names.put(sql, name);
        return (known == null ? "PREPARE " + name + " AS " + SqlLiteral.placed(sql, number -> "$" + number) + "; " : "")
                + "EXECUTE " + name + (values.isEmpty() ? "" : arguments);
    }

    /**
     * Makes a change. Returns the number of its line in the log.
     *
     * @throws CorruptRecordException if there is not exactly one row to change
     */
    public long make(Change change) {
        try {
            return send(text(change.sql(), change.values()));
        } catch (DataAccessException failure) {
            throw change.explained(failure);
        }
    }

    /**
     * Makes a change as the last one of the transaction, and commits, in one message. Whether the change or the commit has
     * failed shows in whether there still is a transaction.
     */
    public long makeAndCommit(Change change) {
        return send(text(change.sql(), change.values()) + "; COMMIT");
    }

    private Long send(String text) {
        Long number = jdbc.execute((StatementCallback<Long>) statement -> numberOf(statement, text));
        return Objects.requireNonNull(number, "A number of the log is never null.");
    }

    private static long numberOf(Statement statement, String text) throws SQLException {
        // Braces in a script that is recorded are no escapes of JDBC.
        statement.setEscapeProcessing(false);
        boolean answered = statement.execute(text);
        while (!answered && statement.getUpdateCount() != -1) {
            answered = statement.getMoreResults();
        }
        try (ResultSet number = statement.getResultSet()) {
            number.next();
            return number.getLong(1);
        }
    }

    /** Whether a failure says that a kept statement is not there any more. */
    public static boolean isGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return NO_SUCH_STATEMENT.equals(sql.getSQLState());
            }
        }
        return false;
    }

    /** A revision has said {@code DEALLOCATE ALL}, or a pooler stands where none was seen: from now on keeps none. */
    public void giveUp() {
        keeping = false;
    }

    /** Leaves the session as it was found. */
    public void forget() {
        List<String> kept = names.values().stream().sorted().toList();
        names.clear();
        try {
            forget(kept);
        } catch (DataAccessException failure) {
            if (!isGone(failure)) {
                throw failure;
            }
            forget(jdbc.queryForList(STILL_THERE, String.class, prefix));
        }
    }

    private void forget(List<String> kept) {
        if (!kept.isEmpty()) {
            jdbc.execute(kept.stream().map(name -> "DEALLOCATE " + name).collect(Collectors.joining("; ")));
        }
    }
}
