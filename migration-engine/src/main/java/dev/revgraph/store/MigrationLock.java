package dev.revgraph.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The lock of whoever changes the records of a schema: a transaction-level advisory lock, taken by trying. Nobody ever
 * waits inside a statement for it (such a wait holds a snapshot and would block CREATE INDEX CONCURRENTLY), it works
 * behind a pooler in transaction mode, and it ends with the transaction of its holder, however that ends.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
 */
public final class MigrationLock {

    private static final String HOLDER = """
            SELECT pg_catalog.format('pid %s, user %s, application "%s"%s', a.pid, a.usename, a.application_name,
                          coalesce(', from ' || pg_catalog.host(a.client_addr), ''))
              FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
             WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
               AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
               AND (l.classid::bigint << 32) | l.objid::bigint = ?
             ORDER BY a.pid
             LIMIT 1
            """;

    private static final String RECORDS = "revgraph";
    private static final String WORK = "revgraph work";
    private static final String BACKUP = "revgraph backup";

    private final long key;

    private MigrationLock(long key) {
        this.key = key;
    }

    /** The lock of whoever changes the records of a schema. */
    static MigrationLock ofRecords(Identifier schema) {
        return new MigrationLock(keyOf(RECORDS + "\0" + schema.name()));
    }

    /** The lock of whoever runs a statement of a revision that has no transaction, as long as that statement has one. */
    static MigrationLock ofWork(Identifier schema) {
        return new MigrationLock(keyOf(WORK + "\0" + schema.name()));
    }

    /** The lock of whoever backs the database up and then migrates it. */
    public static MigrationLock ofBackups(Identifier schema) {
        return new MigrationLock(keyOf(BACKUP + "\0" + schema.name()));
    }

    long key() {
        return key;
    }

    /** The expression that tries to take the lock until the end of the transaction; true if it did. */
    public String tryExpression() {
        return "pg_catalog.pg_try_advisory_xact_lock(" + key + ")";
    }

    /** Who holds the lock, for people; empty if nobody does. */
    public Optional<String> holder(JdbcOperations jdbc) {
        return jdbc.queryForList(HOLDER, String.class, key).stream().findFirst();
    }

    /**
     * The expression for the lock of the records of a schema that is known only where it runs.
     *
     * @param schema an SQL expression for its name
     */
    static String tryRecords(String schema) {
        return tryExpression(RECORDS, schema);
    }

    /** The same for the lock of the work. */
    static String tryWork(String schema) {
        return tryExpression(WORK, schema);
    }

    private static String tryExpression(String kind, String schema) {
        return "pg_catalog.pg_try_advisory_xact_lock(('x' || pg_catalog.encode(pg_catalog.substring(pg_catalog.sha256("
                + "pg_catalog.convert_to('" + kind + "', 'UTF8') || pg_catalog.decode('00', 'hex') ||"
                + " pg_catalog.convert_to(" + schema + ", 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint)";
    }

    private static long keyOf(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
