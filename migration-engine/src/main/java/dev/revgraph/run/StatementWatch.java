package dev.revgraph.run;

import dev.revgraph.run.MigrationEvent.StatementProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a statement that takes long: who is in its way, and how far it is. A session cannot look at itself while it
 * is at work, so a second connection does. Where there is none to be had (a pool of one, a pooler that hides the
 * backend), nothing is seen and nothing else changes.
 */
final class StatementWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StatementWatch.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** How often, between two looks, it is asked whether one is due. */
    private static final int TICKS = 4;

    private final DataSource dataSource;
    private final int pid;
    private final Announcer announcer;
    private final long delayMillis;
    private final ScheduledThreadPoolExecutor scheduler;

    private volatile List<String> blockers = List.of();

    /** Only what is seen of the statement at hand may be told. */
    private volatile @Nullable Watched watched;

    private @Nullable ScheduledFuture<?> ticking;

    /** @param pid the server process of the session that is watched */
    StatementWatch(DataSource dataSource, int pid, Duration lockTimeout, Announcer announcer) {
        this.dataSource = dataSource;
        this.pid = pid;
        this.announcer = announcer;
        this.delayMillis = lockTimeout.isZero()
                ? BETWEEN_LOOKS.toMillis()
                : Math.max(50, Math.min(lockTimeout.toMillis() / 2, BETWEEN_LOOKS.toMillis()));
        this.scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "revgraph-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A statement under way, and when it was looked at last. */
    private static final class Watched {

        private final String revision;
        private final long start = System.nanoTime();
        private long looked = start;

        private Watched(String revision) {
            this.revision = revision;
        }
    }

    /**
     * A statement of a revision begins; if it takes long, it is looked at. The one before it has ended. Most are over at
     * once, and waking a thread for each would take longer than some of them; so the thread wakes by itself, now and then.
     */
    synchronized void begin(String revision) {
        blockers = List.of();
        watched = new Watched(revision);
        if (ticking == null) {
            long tick = delayMillis / TICKS;
            ticking = scheduler.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
        }
    }

    /** The statement has ended, one way or the other. */
    synchronized void end() {
        watched = null;
    }

    private void tick() {
        Watched statement = watched;
        if (statement != null && System.nanoTime() - statement.looked >= TimeUnit.MILLISECONDS.toNanos(delayMillis)) {
            look(statement);
            statement.looked = System.nanoTime();
        }
    }

    /** Who was seen in the way of the last statement; empty if nobody was. */
    List<String> blockers() {
        return blockers;
    }

    private void look(Watched statement) {
        try (Connection connection = dataSource.getConnection()) {
            List<String> inTheWay = ServerActivity.blockers(connection, pid);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - statement.start);
            boolean slow = elapsed.compareTo(BETWEEN_LOOKS) >= 0;
            ServerActivity activity = slow ? ServerActivity.of(connection, pid) : ServerActivity.UNKNOWN;
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            seen(statement, inTheWay, slow ? activity : null, elapsed);
        } catch (SQLException | RuntimeException unseen) {
            log.debug("Nobody can look at the statement that takes long", unseen);
        }
    }

    /** The run cannot go on to its next event meanwhile, so that events stay in order. */
    private synchronized void seen(
            Watched statement, List<String> inTheWay, @Nullable ServerActivity activity, Duration elapsed) {
        if (statement != watched) {
            return;
        }
        if (!inTheWay.isEmpty()) {
            blockers = inTheWay;
        }
        if (activity != null) {
            announcer.tell(new StatementProgress(
                    announcer.database(),
                    statement.revision,
                    elapsed,
                    activity.phase(),
                    activity.done(),
                    activity.total(),
                    activity.unit(),
                    inTheWay));
        }
    }

    @Override
    public void close() {
        end();
        scheduler.shutdownNow();
    }
}
