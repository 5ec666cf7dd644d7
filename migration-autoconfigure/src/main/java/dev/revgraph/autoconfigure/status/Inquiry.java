package dev.revgraph.autoconfigure.status;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that is put to a database, and its answer once there is one. Thread-safe.
 *
 * @param <T> what is asked for
 */
public final class Inquiry<T> {

    private final String database;
    private final Supplier<T> question;
    private final LongSupplier nanoTime;
    private final long asked;
    private volatile long started;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Answer<T> answer;
    private volatile long finished;

    Inquiry(String database, Supplier<T> question, LongSupplier nanoTime) {
        this.database = database;
        this.question = question;
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong();
        this.started = asked;
    }

    /** The answer; counted from the question, waits no longer than told, however many wait. */
    public Answer<T> await(Duration patience) {
        try {
            boolean unused = answered.await(patience.minus(sinceAsked()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Answer<T> given = answer;
        return given == null ? silence(sinceAsked()) : given;
    }

    /** Before the database is asked. */
    void start() {
        started = nanoTime.getAsLong();
    }

    /** Asks the database, however long that takes. */
    void carryOut() {
        try {
            answer(new Answer.Known<>(question.get()));
        } catch (RuntimeException failure) {
            answer(new Answer.Failed<>(failure));
        } catch (Error error) {
            answer(new Answer.Failed<>(new IllegalStateException("The database cannot be asked.", error)));
            throw error;
        }
    }

    /** Does not ask: the database has not answered for so long. */
    void refuse(Duration silent) {
        answer(silence(silent));
    }

    private void answer(Answer<T> given) {
        finished = nanoTime.getAsLong();
        answer = given;
        answered.countDown();
    }

    private Answer<T> silence(Duration since) {
        return new Answer.Failed<>(new SilentDatabaseException(database, since));
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Nothing is known of the database but that it does not answer. */
    boolean isRefused() {
        return answer instanceof Answer.Failed<T> failed && failed.failure() instanceof SilentDatabaseException;
    }

    Duration sinceAsked() {
        return Duration.ofNanos(nanoTime.getAsLong() - asked);
    }

    /** Without the time in which it waited for others. */
    Duration sinceStarted() {
        return Duration.ofNanos(nanoTime.getAsLong() - started);
    }

    Duration sinceAnswered() {
        return Duration.ofNanos(nanoTime.getAsLong() - finished);
    }
}
