package dev.revgraph.run;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a run when the process is told to end: what the server is at is cancelled, naps are cut short, and the process
 * lives on until the run has rolled back and recorded what became of it. Without this, a process that is told to end in
 * the middle of a revision either hangs until that is through, or leaves the server at work on its own.
 *
 * <p>Cancelling stops before the run writes its last words: they must not be cancelled as well.
 */
final class Interruption implements Sleeper, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Interruption.class);

    /** Platforms kill what has not ended after half a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** A cancellation that arrives between two statements has no effect, so it is repeated. */
    private static final Duration BETWEEN_CANCELLATIONS = Duration.ofMillis(200);

    private final Session session;
    private final Sleeper sleeper;
    private final Thread hook;

    private boolean requested;
    private boolean heard;
    private boolean closed;
    private @Nullable Thread napping;

    private Interruption(Session session, Sleeper sleeper) {
        this.session = session;
        this.sleeper = sleeper;
        this.hook = new Thread(this::stop, "revgraph-shutdown");
    }

    /** Listens for the end of the process until it is closed. */
    static Interruption of(Session session, Sleeper sleeper) {
        Interruption interruption = new Interruption(session, sleeper);
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException shuttingDown) {
            interruption.requested = true;
        }
        return interruption;
    }

    /** @throws InterruptedRunException if the run is to end */
    synchronized void check() {
        if (heard()) {
            throw new InterruptedRunException(null);
        }
    }

    /** Whether the run is to end. The caller ends it: from now on nothing more is cancelled. */
    synchronized boolean heard() {
        if (requested && !heard) {
            heard = true;
            notifyAll();
        }
        return heard;
    }

    /** Whether something failed because the run was to end, and not for a reason of its own. */
    boolean caused(Throwable failure) {
        SQLException cause = Failures.sqlCause(failure);
        return heard()
                && (failure instanceof InterruptedRunException
                        || (cause != null && Failures.CANCELLED.equals(cause.getSQLState())));
    }

    @Override
    public void sleep(Duration pause) {
        synchronized (this) {
            check();
            napping = Thread.currentThread();
        }
        try {
            sleeper.sleep(pause);
        } finally {
            wake();
        }
        check();
    }

    /** The interrupt was meant for the nap alone. */
    private synchronized void wake() {
        napping = null;
        if (requested) {
            Thread.interrupted();
        }
    }

    private synchronized void stop() {
        requested = true;
        if (napping != null) {
            napping.interrupt();
        }
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (!closed && System.nanoTime() < deadline) {
                if (!heard) {
                    cancel();
                }
                wait(BETWEEN_CANCELLATIONS.toMillis());
            }
        } catch (InterruptedException urgent) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        try {
            session.postgres().cancelQuery();
        } catch (SQLException unreachable) {
            log.debug("What the server is at cannot be cancelled", unreachable);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            log.debug("The process ends; the run has ended before it");
        }
    }
}
