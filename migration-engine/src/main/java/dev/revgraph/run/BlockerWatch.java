package dev.revgraph.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees who is in the way of a statement that waits. A session cannot look at its own blockers once it has given up, so
 * a second connection looks while it still waits. Where there is none to be had (a pool of one, a pooler that hides the
 * backend), nobody is named and nothing else changes.
 */
final class BlockerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BlockerWatch.class);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

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

    private final DataSource dataSource;
    private final int pid;
    private final long delayMillis;
    private final ScheduledThreadPoolExecutor scheduler;

    private volatile List<String> blockers = List.of();
    private @Nullable ScheduledFuture<?> watching;

    /** @param pid the server process of the session that is watched */
    BlockerWatch(DataSource dataSource, int pid, Duration lockTimeout) {
        this.dataSource = dataSource;
        this.pid = pid;
        this.delayMillis = Math.max(50, Math.min(lockTimeout.toMillis() / 2, LONGEST_DELAY.toMillis()));
        this.scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "revgraph-blockers");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
    }

    /** A statement begins; if it takes long, it is looked at. The one before it has ended. */
    void begin() {
        end();
        blockers = List.of();
        watching = scheduler.scheduleWithFixedDelay(this::look, delayMillis, delayMillis, TimeUnit.MILLISECONDS);
    }

    /** The statement has ended, one way or the other. */
    void end() {
        if (watching != null) {
            watching.cancel(false);
        }
    }

    /** Who was seen in the way of the last statement; empty if nobody was. */
    List<String> blockers() {
        return blockers;
    }

    private void look() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(BLOCKERS)) {
            statement.setInt(1, pid);
            List<String> seen = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (!seen.isEmpty()) {
                blockers = List.copyOf(seen);
            }
        } catch (SQLException unseen) {
            log.debug("Nobody can look who is in the way of the statement that waits", unseen);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
