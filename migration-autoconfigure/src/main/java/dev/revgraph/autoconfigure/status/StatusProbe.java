package dev.revgraph.autoconfigure.status;

import dev.revgraph.report.Status;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one database stands, for those who ask often: an answer counts for a few seconds, and nobody waits long for one.
 * Thread-safe.
 */
public final class StatusProbe {

    private final Inquirer inquirer;
    private final Supplier<Status> question;
    private final Timing timing;
    private @Nullable Inquiry<Status> latest;

    /**
     * How long things take.
     *
     * @param fresh how long an answer counts
     * @param patience how long anybody waits for one
     */
    record Timing(Duration fresh, Duration patience) {

        /** What health checks and scrapes, some seconds apart and bounded by a few seconds themselves, go well with. */
        static Timing usual() {
            return new Timing(Duration.ofSeconds(5), Duration.ofSeconds(2));
        }
    }

    StatusProbe(Inquirer inquirer, Supplier<Status> question, Timing timing) {
        this.inquirer = inquirer;
        this.question = question;
        this.timing = timing;
    }

    /** The last answer if it still counts, else a new one. Returns after the time of patience at the latest. */
    public Answer<Status> ask() {
        return inquiry().await(timing.patience());
    }

    /** Lets the next one who asks have a new answer: the database has just changed. */
    public synchronized void forget() {
        latest = null;
    }

    private synchronized Inquiry<Status> inquiry() {
        if (latest == null || isStale(latest)) {
            latest = inquirer.put(question);
        }
        return latest;
    }

    private boolean isStale(Inquiry<Status> inquiry) {
        if (!inquiry.isAnswered()) {
            return !inquirer.isPatient(inquiry);
        }
        return inquiry.isRefused() || inquiry.sinceAnswered().compareTo(timing.fresh()) >= 0;
    }
}
