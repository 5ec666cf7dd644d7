package dev.revgraph.autoconfigure.status;

import dev.revgraph.report.Status;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one database how it stands, on a thread of its own: an answer counts for a few seconds, and nobody waits long for
 * one. A question that the database never answers is given up after a while, because a connection that broke silently
 * would otherwise make a database look dead that has long been back. Thread-safe.
 */
public final class StatusProbe {

    /** A given-up question may keep a thread and a connection until the driver notices; more than this may not. */
    private static final int MAX_OPEN_QUESTIONS = 3;

    private final String database;
    private final Supplier<Status> question;
    private final Timing timing;
    private final LongSupplier nanoTime;
    private int open;
    private @Nullable StatusInquiry latest;

    /**
     * How long things take.
     *
     * @param fresh how long an answer counts
     * @param patience how long anybody waits for one
     * @param giveUp after how long a question is asked anew
     */
    public record Timing(Duration fresh, Duration patience, Duration giveUp) {

        /** What health checks and scrapes, some seconds apart and bounded by a few seconds themselves, go well with. */
        public static Timing usual() {
            return new Timing(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(60));
        }
    }

    StatusProbe(String database, Supplier<Status> question, Timing timing, LongSupplier nanoTime) {
        this.database = database;
        this.question = question;
        this.timing = timing;
        this.nanoTime = nanoTime;
    }

    /** The last answer if it still counts, else a new one. Returns after the time of patience at the latest. */
    public StatusAnswer ask() {
        return inquiry().await(timing.patience());
    }

    /** Lets the next one who asks have a new answer: the database has just changed. */
    public synchronized void forget() {
        if (latest != null && latest.isAnswered()) {
            latest = null;
        }
    }

    private synchronized StatusInquiry inquiry() {
        if (latest == null || isStale(latest)) {
            latest = begin();
        }
        return latest;
    }

    private boolean isStale(StatusInquiry inquiry) {
        if (inquiry.isAnswered()) {
            return inquiry.sinceAnswer().compareTo(timing.fresh()) >= 0;
        }
        return inquiry.sinceStart().compareTo(timing.giveUp()) >= 0 && open < MAX_OPEN_QUESTIONS;
    }

    private StatusInquiry begin() {
        StatusInquiry inquiry = new StatusInquiry(nanoTime);
        open++;
        Thread thread = new Thread(() -> answer(inquiry), "migrations-status-" + database);
        thread.setDaemon(true);
        thread.start();
        return inquiry;
    }

    private void answer(StatusInquiry inquiry) {
        try {
            inquiry.answer(new StatusAnswer.Known(question.get()));
        } catch (RuntimeException failure) {
            inquiry.answer(new StatusAnswer.Failed(failure));
        } catch (Error error) {
            inquiry.answer(new StatusAnswer.Failed(new IllegalStateException("The status cannot be read.", error)));
            throw error;
        } finally {
            synchronized (this) {
                open--;
            }
        }
    }
}
