package dev.revgraph.readiness;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.StatusProblem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Transactions that statements of an upgrade may have to wait for. */
final class OpenTransactions {

    /** Of other roles' sessions the server tells the age only to members of pg_read_all_stats. */
    private static final String OPEN = """
            SELECT a.pid, coalesce(a.usename::text, '?'), coalesce(a.application_name, ''),
                   extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::bigint, coalesce(a.state, '?'),
                   (SELECT pg_catalog.string_agg(DISTINCT pg_catalog.format('%I.%I', n.nspname, c.relname), ', '
                             ORDER BY pg_catalog.format('%I.%I', n.nspname, c.relname))
                      FROM pg_catalog.pg_locks l
                      JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
                      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                     WHERE l.pid = a.pid AND l.granted AND l.database = a.datid AND n.nspname NOT LIKE 'pg\\_%')
              FROM pg_catalog.pg_stat_activity a
             WHERE a.datname = pg_catalog.current_database() AND a.backend_type = 'client backend'
               AND a.pid <> pg_catalog.pg_backend_pid()
               AND a.xact_start < pg_catalog.clock_timestamp() - ? * interval '1 millisecond'
             ORDER BY a.xact_start, a.pid
             LIMIT 20
            """;

    private static final String PREPARED = """
            SELECT pg_catalog.quote_literal(p.gid), p.owner::text,
                   extract(epoch FROM pg_catalog.clock_timestamp() - p.prepared)::bigint
              FROM pg_catalog.pg_prepared_xacts p
             WHERE p.database = pg_catalog.current_database()
             ORDER BY p.prepared, p.gid
             LIMIT 20
            """;

    private OpenTransactions() {}

    static List<StatusProblem> find(JdbcOperations jdbc, Duration atLeast) {
        return jdbc.query(
                OPEN,
                (row, number) -> {
                    int pid = row.getInt(1);
                    String tables = row.getString(6);
                    return Inspection.problem(
                            ErrorCode.LONG_TRANSACTION,
                            "The session with pid " + pid + " (user \"" + row.getString(2) + "\", application \""
                                    + row.getString(3) + "\", " + row.getString(5)
                                    + ") has had a transaction open for " + row.getLong(4) + " s. "
                                    + blocks(tables),
                            "Let it end before the upgrade, or end it: SELECT pg_terminate_backend(" + pid + ").");
                },
                atLeast.toMillis());
    }

    private static String blocks(@Nullable String tables) {
        return tables == null
                ? "CREATE INDEX CONCURRENTLY may wait for it."
                : "Changes of " + tables + " and CREATE INDEX CONCURRENTLY may wait for it.";
    }

    static List<StatusProblem> prepared(JdbcOperations jdbc) {
        return jdbc.query(
                PREPARED,
                (row, number) -> Inspection.problem(
                        ErrorCode.LONG_TRANSACTION,
                        "The transaction " + row.getString(1) + " of user \"" + row.getString(2)
                                + "\" has been prepared for " + row.getLong(3)
                                + " s and keeps its locks until it is decided, even through a restart. Changes of the"
                                + " tables that it has used wait for it.",
                        "Let its transaction manager decide, or run COMMIT PREPARED " + row.getString(1)
                                + " or ROLLBACK PREPARED " + row.getString(1) + "."));
    }
}
