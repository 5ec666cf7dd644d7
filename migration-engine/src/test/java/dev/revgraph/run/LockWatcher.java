package dev.revgraph.run;

import dev.revgraph.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Looks all the time which sessions of a database are blocked inside a statement by another one. */
final class LockWatcher implements AutoCloseable {

    /**
     * Who is blocked, and with what. A lock is let go a moment after the commit that shows what it was taken for, so
     * whoever sees that at once waits for that moment. {@code CREATE INDEX CONCURRENTLY} has to wait for every transaction
     * that has begun, the one of this query among them.
     */
    private static final String LOOK = """
            SELECT CASE WHEN wait_event_type = 'Lock' AND wait_event <> 'virtualxid'
                         AND pg_catalog.clock_timestamp() - query_start > interval '200 ms'
                        THEN wait_event || ': ' || query END
              FROM pg_catalog.pg_stat_activity
             WHERE datname = pg_catalog.current_database() AND pid <> pg_catalog.pg_backend_pid()
               AND backend_type = 'client backend' AND state <> 'idle'
             ORDER BY pid
            """;

    /**
     * What was seen.
     *
     * @param looks how often a session was at work
     * @param blocked the locks that sessions waited for, and their statements
     */
    record Seen(int looks, Set<String> blocked) {

        Seen {
            blocked = Set.copyOf(blocked);
        }
    }

    private final Connection connection;
    private final CompletableFuture<Seen> seen = new CompletableFuture<>();
    private volatile boolean enough;

    private LockWatcher(Connection connection) {
        this.connection = connection;
    }

    static LockWatcher of(TestDatabase database) throws SQLException {
        LockWatcher watcher = new LockWatcher(database.dataSource().getConnection());
        new Thread(watcher::watch, "watcher").start();
        return watcher;
    }

    private void watch() {
        int looks = 0;
        Set<String> blocked = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            while (!enough) {
                boolean atWork = false;
                try (ResultSet sessions = statement.executeQuery(LOOK)) {
                    while (sessions.next()) {
                        atWork = true;
                        String wait = sessions.getString(1);
                        if (wait != null) {
                            blocked.add(wait);
                        }
                    }
                }
                looks += atWork ? 1 : 0;
                Thread.sleep(1);
            }
            seen.complete(new Seen(looks, blocked));
        } catch (SQLException | InterruptedException | RuntimeException failure) {
            seen.completeExceptionally(failure);
        }
    }

    /** Stops looking. */
    Seen stop() {
        enough = true;
        return seen.join();
    }

    @Override
    public void close() throws SQLException {
        enough = true;
        connection.close();
    }
}
