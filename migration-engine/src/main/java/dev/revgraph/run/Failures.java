package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.store.Place;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** Turns what JDBC throws into what a person can act on. Decides by SQLSTATE, never by a message. */
final class Failures {

    static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Asked for, by somebody or by a time-out. */
    static final String CANCELLED = "57014";

    static final String DEADLOCK = "40P01";

    static final String PERMISSION_DENIED = "42501";
    private static final String READ_ONLY = "25006";
    private static final String NO_SCHEMA = "3F000";

    private Failures() {}

    /** The SQL exception at the bottom of something thrown; {@code null} if there is none. */
    static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /**
     * Whether the server is out of reach, or the session has ended. A server that has not reached <em>another</em> one, as
     * for a subscription or a foreign table, uses some of the same codes in an answer of its own.
     */
    static boolean isConnectionLost(@Nullable SQLException failure) {
        String sqlState = failure == null ? null : failure.getSQLState();
        return sqlState != null
                && ((sqlState.startsWith("08") && !isAnswer(failure))
                        || sqlState.equals("57P01")
                        || sqlState.equals("57P02")
                        || sqlState.equals("57P03")
                        || sqlState.equals("57P05")
                        || sqlState.equals("25P03")
                        || sqlState.equals("25P04"));
    }

    private static boolean isAnswer(@Nullable SQLException failure) {
        return failure instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && "ERROR".equals(postgres.getServerErrorMessage().getSeverity());
    }

    /** What went wrong while the engine did its own work: reading or writing records. */
    static MigrationException ofRecords(Throwable thrown, @Nullable Place place) {
        SQLException cause = sqlCause(thrown);
        String state = cause == null ? null : cause.getSQLState();
        String where = place == null || place.schema() == null ? "" : " in the schema " + place.schema();
        if (isConnectionLost(cause)) {
            return LostConnection.anywhere(thrown);
        }
        if (PERMISSION_DENIED.equals(state)) {
            return PermissionDeniedException.onRecords(place, thrown);
        }
        if (READ_ONLY.equals(state)) {
            return readOnly();
        }
        if (NO_SCHEMA.equals(state)) {
            return noSchema(thrown);
        }
        return new DatabaseException(
                "The migration records" + where + " cannot be read or written: " + reason(thrown) + ".",
                "Look at the server's log; what the run had committed before stays committed.",
                thrown);
    }

    /** What went wrong while the server was asked whether it is ready. */
    static MigrationException ofInspection(DataAccessException thrown) {
        SQLException cause = sqlCause(thrown);
        return isConnectionLost(cause)
                ? LostConnection.anywhere(thrown)
                : new DatabaseException(
                        "The server does not answer what is asked before an upgrade: " + reason(thrown) + ".",
                        "Look at the server's log and its load, then type `validate` again.",
                        thrown);
    }

    static MigrationException readOnly() {
        return new PermissionDeniedException(
                "The server accepts no writes: it is a standby, or read-only by its settings. Nothing is run.",
                "Connect to the primary, or start with `migration.on-startup=check`, which changes nothing.",
                null);
    }

    static MigrationException noSchema(@Nullable Throwable thrown) {
        String message =
                "The connection has no current schema: its search_path names none that exists and that the role may use.";
        return new DatabaseException(
                message,
                "Create the schema, or name another one with `migration.schema`.",
                thrown == null ? new IllegalStateException(message) : thrown);
    }

    /** The server's own words, without the position and context that the driver appends, and without a full stop. */
    static String reason(Throwable thrown) {
        Throwable cause = sqlCause(thrown);
        if (cause instanceof PSQLException postgres) {
            ServerErrorMessage server = postgres.getServerErrorMessage();
            if (server != null && server.getMessage() != null) {
                return Legible.of(withoutStop(server.getMessage()));
            }
        }
        String message = (cause == null ? thrown : cause).getMessage();
        return message == null ? thrown.getClass().getSimpleName() : Legible.of(withoutStop(message.strip()));
    }

    private static String withoutStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
