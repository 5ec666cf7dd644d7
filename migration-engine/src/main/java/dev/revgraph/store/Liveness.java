package dev.revgraph.store;

/**
 * Whether somebody is at work on the revision that runs outside a transaction, as SQL over its row {@code r}.
 *
 * <p>Statements that can be undone run in transactions that hold the lock of the work, which everybody sees. For the
 * others the server process is recorded. On a connection of its own that process lives as long as its client. Behind a
 * pooler it serves others too and outlives its client, so there it has to be busy with the recorded statement, or to have
 * been heard of a moment ago. Of another role's process neither start nor query is shown to everyone; then it counts as
 * the one that was recorded, and is busy while it has a transaction.
 */
final class Liveness {

    /** Longer than the longest pause between two attempts of a statement; Java may think for longer between two. */
    private static final String SILENCE = "CASE r.kind WHEN 'java' THEN interval '60 s' ELSE interval '20 s' END";

    private static final String EXPRESSION = """
            CASE WHEN r.state = 'running' THEN EXISTS (
                SELECT FROM pg_catalog.pg_locks l
                 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid <> pg_catalog.pg_backend_pid()
                   AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                   AND (l.classid::bigint << 32) | l.objid::bigint = %d)
             OR EXISTS (
                SELECT FROM pg_catalog.pg_stat_activity a
                 WHERE a.pid = r.backend_pid AND (a.backend_start = r.backend_start OR a.backend_start IS NULL)
                   AND CASE WHEN r.pooled AND r.seen_at > pg_catalog.clock_timestamp() - %s THEN true
                            WHEN a.pid = pg_catalog.pg_backend_pid() THEN false
                            WHEN NOT r.pooled THEN true
                            WHEN a.state IS NULL THEN EXISTS (
                                SELECT FROM pg_catalog.pg_locks l
                                 WHERE l.pid = a.pid AND l.locktype = 'virtualxid' AND l.granted)
                            ELSE a.state <> 'idle'
                                AND (r.statement IS NULL OR left(a.query, 200) = left(r.statement, 200)) END) END
            """;

    private Liveness() {}

    static String expression(Identifier schema) {
        return EXPRESSION.formatted(MigrationLock.ofWork(schema).key(), SILENCE).strip();
    }
}
