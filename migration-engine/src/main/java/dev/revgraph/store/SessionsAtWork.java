package dev.revgraph.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The sessions that are at work on the revision which runs outside a transaction: whoever holds the lock of the work, and
 * the server process that is recorded. One behind a pooler may serve somebody else by now, so it has to be busy with the
 * recorded statement.
 */
public final class SessionsAtWork {

    /** Milliseconds to wait for a session to be gone. */
    private static final int PATIENCE = 10_000;

    private static final String END = """
            SELECT format('pid %%s, user %%s, application "%%s"%%s', a.pid, coalesce(a.usename::text, '?'),
                          coalesce(a.application_name, ''),
                          CASE WHEN pg_catalog.pg_terminate_backend(a.pid, %d) THEN '' ELSE ' (still there)' END)
              FROM {revision} r
              JOIN pg_catalog.pg_stat_activity a ON a.pid <> pg_catalog.pg_backend_pid()
             WHERE r.state = 'running'
               AND (a.pid = r.backend_pid AND (a.backend_start = r.backend_start OR a.backend_start IS NULL)
                    AND (NOT coalesce(r.pooled, false) OR left(a.query, 200) = left(r.statement, 200))
                    OR a.pid IN (
                        SELECT l.pid FROM pg_catalog.pg_locks l
                         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                           AND l.database =
                               (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                           AND (l.classid::bigint << 32) | l.objid::bigint = ?))
             ORDER BY a.pid
            """.formatted(PATIENCE);

    private final Tables tables;

    SessionsAtWork(Tables tables) {
        this.tables = tables;
    }

    /** Ends them, and says which; what they had not committed is rolled back by the server. */
    public List<String> end(JdbcOperations jdbc) {
        return jdbc.queryForList(
                tables.sql(END),
                String.class,
                MigrationLock.ofWork(tables.schema()).key());
    }
}
