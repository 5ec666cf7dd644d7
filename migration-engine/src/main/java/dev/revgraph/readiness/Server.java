package dev.revgraph.readiness;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.store.Place;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What kind of server it is.
 *
 * @param major its major version
 * @param version its version in full
 * @param standby whether it follows another one
 */
record Server(int major, String version, boolean standby) {

    static final int OLDEST = 14;
    static final int NEWEST = 18;

    private static final String ASK = """
            SELECT current_setting('server_version_num')::int / 10000, current_setting('server_version'),
                   pg_catalog.pg_is_in_recovery()
            """;

    static Server ask(JdbcOperations jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject(
                ASK, (row, number) -> new Server(row.getInt(1), row.getString(2), row.getBoolean(3))));
    }

    List<StatusProblem> tooOld() {
        return major >= OLDEST
                ? List.of()
                : List.of(Inspection.problem(
                        ErrorCode.SERVER_VERSION,
                        "The server is PostgreSQL " + version + "; the oldest supported version is " + OLDEST + ".",
                        "Upgrade the server before the application."));
    }

    List<StatusProblem> tooNew() {
        return major <= NEWEST
                ? List.of()
                : List.of(Inspection.problem(
                        ErrorCode.SERVER_VERSION,
                        "The server is PostgreSQL " + version
                                + "; the newest version that this release is tested with is " + NEWEST + ".",
                        "Look for a newer release of Revgraph, and try the upgrade on a copy of the database."));
    }

    List<StatusProblem> readOnly(Place place) {
        if (standby) {
            return List.of(Inspection.problem(
                    ErrorCode.PERMISSION_DENIED,
                    "The server is a standby, which accepts no writes.",
                    "Name the primary in the JDBC URL; with several hosts, add `targetServerType=primary`."));
        }
        return place.readOnly()
                ? List.of(Inspection.problem(
                        ErrorCode.PERMISSION_DENIED,
                        "The database accepts no writes: it is read-only by its settings.",
                        "Set `default_transaction_read_only` to off for the role \"" + place.role()
                                + "\", or connect to the primary."))
                : List.of();
    }
}
