package dev.revgraph.autoconfigure.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a probe asks, and how long it lets anybody wait. */
@Timeout(20)
class StatusProbeTest {

    private static final Status STATUS =
            new Status(State.UP_TO_DATE, List.of("a"), List.of("a"), 1, List.of(), List.of(), List.of());

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letThreadsEnd() {
        never.countDown();
    }

    @Test
    void keepsAnAnswerWhileItIsFresh() {
        StatusProbe probe = probe(Duration.ofSeconds(10), this::answering);
        assertThat(probe.ask()).isEqualTo(new StatusAnswer.Known(STATUS));
        pass(FRESH.minusMillis(1));
        probe.ask();
        assertThat(asked).hasValue(1);

        pass(Duration.ofMillis(1));
        probe.ask();
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAgainAtOnceWhenToldThatSomethingChanged() {
        StatusProbe probe = probe(Duration.ofSeconds(10), this::answering);
        probe.ask();
        probe.forget();
        probe.ask();
        assertThat(asked).hasValue(2);
    }

    @Test
    void keepsAFailureToo() {
        IllegalStateException failure = new IllegalStateException("no");
        StatusProbe probe = probe(Duration.ofSeconds(10), () -> {
            asked.incrementAndGet();
            throw failure;
        });
        assertThat(probe.ask()).isEqualTo(new StatusAnswer.Failed(failure));
        assertThat(probe.ask()).isEqualTo(new StatusAnswer.Failed(failure));
        assertThat(asked).hasValue(1);
    }

    @Test
    void waitsNoLongerThanItsPatienceAndThenNotAtAll() {
        StatusProbe probe = probe(Duration.ofMillis(200), this::hanging);
        long began = System.nanoTime();
        assertThat(probe.ask()).isInstanceOf(StatusAnswer.Silent.class);
        Duration first = Duration.ofNanos(System.nanoTime() - began);
        assertThat(first).isBetween(Duration.ofMillis(190), Duration.ofSeconds(5));

        pass(Duration.ofMillis(200));
        assertThat(probe.ask()).isEqualTo(new StatusAnswer.Silent(Duration.ofMillis(200)));
        assertThat(asked).hasValue(1);
    }

    @Test
    void givesAQuestionUpAfterAWhileButKeepsFewOpen() {
        StatusProbe probe = probe(Duration.ofMillis(50), this::hanging);
        for (int i = 0; i < 5; i++) {
            assertThat(probe.ask()).isInstanceOf(StatusAnswer.Silent.class);
            pass(GIVE_UP);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void hearsTheNewAnswerOfADatabaseThatIsBack() {
        StatusProbe probe = probe(Duration.ofSeconds(2), () -> asked.get() == 0 ? hanging() : answering());
        assertThat(probe.ask()).isInstanceOf(StatusAnswer.Silent.class);
        pass(GIVE_UP);
        assertThat(probe.ask()).isEqualTo(new StatusAnswer.Known(STATUS));
    }

    private StatusProbe probe(Duration patience, Supplier<Status> question) {
        return new StatusProbe("default", question, new StatusProbe.Timing(FRESH, patience, GIVE_UP), now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private Status answering() {
        asked.incrementAndGet();
        return STATUS;
    }

    private Status hanging() {
        asked.incrementAndGet();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return STATUS;
    }
}
