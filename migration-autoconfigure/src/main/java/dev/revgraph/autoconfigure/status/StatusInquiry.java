package dev.revgraph.autoconfigure.status;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A question that was put to a database, and its answer once there is one. Thread-safe. */
final class StatusInquiry {

    private final LongSupplier nanoTime;
    private final long started;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable StatusAnswer answer;
    private volatile long finished;

    StatusInquiry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    void answer(StatusAnswer given) {
        finished = nanoTime.getAsLong();
        answer = given;
        answered.countDown();
    }

    boolean isAnswered() {
        return answer != null;
    }

    Duration sinceStart() {
        return Duration.ofNanos(nanoTime.getAsLong() - started);
    }

    Duration sinceAnswer() {
        return Duration.ofNanos(nanoTime.getAsLong() - finished);
    }

    /** The answer; counted from the question, waits no longer than told, however many wait. */
    StatusAnswer await(Duration patience) {
        try {
            boolean unused = answered.await(patience.minus(sinceStart()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        StatusAnswer given = answer;
        return given == null ? new StatusAnswer.Silent(sinceStart()) : given;
    }
}
