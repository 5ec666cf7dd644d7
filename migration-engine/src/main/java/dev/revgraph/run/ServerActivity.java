package dev.revgraph.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a statement is, for those that the server keeps count of.
 *
 * @param phase the server's word for what it does; {@code null} for a statement that it does not count
 * @param done how much of this phase is done
 * @param total how much there is to do in it; 0 if the server cannot tell
 * @param unit what is counted
 * @see <a href="https://www.postgresql.org/docs/current/progress-reporting.html">Progress reporting</a>
 */
record ServerActivity(@Nullable String phase, long done, long total, String unit) {

    static final ServerActivity UNKNOWN = new ServerActivity(null, 0, 0, "");

    private static final String BLOCKERS = """
            SELECT format('pid %s, user %s, application "%s", %s for %s s%s', a.pid, coalesce(a.usename::text, '?'),
                          coalesce(a.application_name, ''), coalesce(a.state, 'in a state hidden from this role'),
                          coalesce(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::bigint::text, '?'),
                          coalesce(': ' || left(regexp_replace(nullif(a.query, ''), '\\s+', ' ', 'g'), 80), ''))
              FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(?)) AS blocker (pid)
              JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid
             ORDER BY a.xact_start, a.pid
             LIMIT 10
            """;

    /** VACUUM counts its ANALYZE as well; what is finer comes first. */
    private static final String PROGRESS = """
            SELECT 1 AS rank, p.phase,
                   CASE WHEN p.phase LIKE 'waiting%%' THEN p.lockers_done
                        WHEN p.blocks_total > 0 AND p.phase NOT LIKE '%%tuples%%' THEN p.blocks_done
                        ELSE p.tuples_done END,
                   CASE WHEN p.phase LIKE 'waiting%%' THEN p.lockers_total
                        WHEN p.blocks_total > 0 AND p.phase NOT LIKE '%%tuples%%' THEN p.blocks_total
                        ELSE p.tuples_total END,
                   CASE WHEN p.phase LIKE 'waiting%%' THEN 'transactions'
                        WHEN p.blocks_total > 0 AND p.phase NOT LIKE '%%tuples%%' THEN 'blocks'
                        ELSE 'rows' END
              FROM pg_catalog.pg_stat_progress_create_index p WHERE p.pid = %1$d
            UNION ALL
            SELECT 2, CASE p.command WHEN 'COPY FROM' THEN 'copying rows into the table' ELSE 'copying rows' END,
                   CASE WHEN p.bytes_total > 0 THEN p.bytes_processed ELSE p.tuples_processed END,
                   p.bytes_total, CASE WHEN p.bytes_total > 0 THEN 'bytes' ELSE 'rows' END
              FROM pg_catalog.pg_stat_progress_copy p WHERE p.pid = %1$d
            UNION ALL
            SELECT 3, pg_catalog.lower(p.command) || ': ' || p.phase, p.heap_blks_scanned, p.heap_blks_total, 'blocks'
              FROM pg_catalog.pg_stat_progress_cluster p WHERE p.pid = %1$d
            UNION ALL
            SELECT 4, 'analyze: ' || p.phase, p.sample_blks_scanned, p.sample_blks_total, 'blocks'
              FROM pg_catalog.pg_stat_progress_analyze p WHERE p.pid = %1$d
            UNION ALL
            SELECT 5, 'vacuum: ' || p.phase,
                   CASE WHEN p.phase = 'vacuuming heap' THEN p.heap_blks_vacuumed ELSE p.heap_blks_scanned END,
                   p.heap_blks_total, 'blocks'
              FROM pg_catalog.pg_stat_progress_vacuum p WHERE p.pid = %1$d
             ORDER BY rank
             LIMIT 1
            """;

    /** Who is in the way of a session: pid, user, application, age and query shortened. */
    static List<String> blockers(Connection connection, int pid) throws SQLException {
        List<String> seen = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BLOCKERS)) {
            statement.setInt(1, pid);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
            }
        }
        return List.copyOf(seen);
    }

    /** What a session is at. */
    static ServerActivity of(Connection connection, int pid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROGRESS.formatted(pid));
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? new ServerActivity(rows.getString(2), rows.getLong(3), rows.getLong(4), rows.getString(5))
                    : UNKNOWN;
        }
    }
}
