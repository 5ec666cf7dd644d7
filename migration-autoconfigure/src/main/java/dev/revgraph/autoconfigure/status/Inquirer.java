package dev.revgraph.autoconfigure.status;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Puts questions to one database, on threads of its own, so that nobody waits long for an answer, and not at all while the
 * database is known to hang. A question that it never answers is given up after a while and one more is put, because a
 * connection that broke silently would otherwise make a database look dead that has long been back. Thread-safe.
 */
public final class Inquirer {

    /** Questions are answered within milliseconds; what comes in between waits its turn. */
    private static final int AT_ONCE = 2;

    /** A given-up question may keep a thread and a connection until the driver notices; more than this, all told, may not. */
    private static final int MOST = 5;

    private final String database;
    private final Timing timing;
    private final LongSupplier nanoTime;
    private final Deque<Inquiry<?>> waiting = new ArrayDeque<>();
    private final List<Inquiry<?>> atWork = new ArrayList<>();

    /**
     * How long things take.
     *
     * @param patience how long anybody waits for an answer; without one for so long, a database is said to hang
     * @param giveUp after how long a database that hangs is asked anew
     */
    record Timing(Duration patience, Duration giveUp) {

        static Timing usual() {
            return new Timing(Duration.ofSeconds(5), Duration.ofSeconds(60));
        }
    }

    Inquirer(String database, Timing timing, LongSupplier nanoTime) {
        this.database = database;
        this.timing = timing;
        this.nanoTime = nanoTime;
    }

    /** Asks, and waits for the answer as long as {@link #await} does. */
    public <T> Answer<T> ask(Supplier<T> question) {
        return await(put(question));
    }

    /** Waits for the answer no longer than patience lasts, counted from the question. */
    public <T> Answer<T> await(Inquiry<T> inquiry) {
        return inquiry.await(timing.patience());
    }

    /** Asks without waiting. While the database is known to hang, that is the answer. */
    public synchronized <T> Inquiry<T> put(Supplier<T> question) {
        Inquiry<T> inquiry = new Inquiry<>(database, question, nanoTime);
        Optional<Duration> silence = silence();
        if (silence.isPresent()) {
            inquiry.refuse(silence.get());
        } else {
            waiting.add(inquiry);
            startNext();
        }
        return inquiry;
    }

    /** Whether nobody who asked has waited so long yet. */
    boolean isPatient(Inquiry<?> inquiry) {
        return inquiry.sinceAsked().compareTo(timing.patience()) < 0;
    }

    /** For how long the database has not answered, if it hangs and there is no use in asking once more. */
    private Optional<Duration> silence() {
        Duration longest = atWork.stream()
                .filter(inquiry -> !inquiry.isAnswered())
                .map(Inquiry::sinceStarted)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (longest.compareTo(timing.patience()) < 0) {
            return Optional.empty();
        }
        boolean again = atWork.size() < MOST && atWork.stream().allMatch(this::isGivenUp);
        return again ? Optional.empty() : Optional.of(longest);
    }

    private boolean isGivenUp(Inquiry<?> inquiry) {
        return inquiry.sinceStarted().compareTo(timing.giveUp()) >= 0;
    }

    private void startNext() {
        while (!waiting.isEmpty() && isRoom()) {
            Inquiry<?> next = waiting.remove();
            if (isPatient(next)) {
                start(next);
            } else {
                // Whoever asked is gone.
                next.refuse(next.sinceAsked());
            }
        }
    }

    private boolean isRoom() {
        return atWork.size() < MOST
                && atWork.stream().filter(inquiry -> !isGivenUp(inquiry)).count() < AT_ONCE;
    }

    private void start(Inquiry<?> inquiry) {
        inquiry.start();
        Thread thread = new Thread(() -> work(inquiry), "migrations-inquiry-" + database);
        thread.setDaemon(true);
        thread.start();
        atWork.add(inquiry);
    }

    private void work(Inquiry<?> inquiry) {
        try {
            inquiry.carryOut();
        } finally {
            synchronized (this) {
                atWork.remove(inquiry);
                startNext();
            }
        }
    }
}
