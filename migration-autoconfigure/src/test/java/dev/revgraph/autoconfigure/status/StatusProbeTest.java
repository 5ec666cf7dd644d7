package dev.revgraph.autoconfigure.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a probe asks anew. */
@Timeout(120)
class StatusProbeTest {

    private static final Status STATUS =
            new Status(State.UP_TO_DATE, List.of("a"), List.of("a"), 1, List.of(), List.of(), List.of());

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration FOREVER = Duration.ofMinutes(2);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void keepsAnAnswerWhileItIsFresh() {
        StatusProbe probe = probe(this::answering);
        assertThat(probe.ask()).isEqualTo(new Answer.Known<>(STATUS));
        pass(FRESH.minusMillis(1));
        probe.ask();
        assertThat(asked).hasValue(1);

        pass(Duration.ofMillis(1));
        probe.ask();
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAgainAtOnceWhenToldThatSomethingChanged() {
        StatusProbe probe = probe(this::answering);
        probe.ask();
        probe.forget();
        probe.ask();
        assertThat(asked).hasValue(2);
    }

    @Test
    void keepsAFailureToo() {
        IllegalStateException failure = new IllegalStateException("no");
        StatusProbe probe = probe(() -> {
            asked.incrementAndGet();
            throw failure;
        });
        assertThat(probe.ask()).isEqualTo(new Answer.Failed<>(failure));
        assertThat(probe.ask()).isEqualTo(new Answer.Failed<>(failure));
        assertThat(asked).hasValue(1);
    }

    private StatusProbe probe(Supplier<Status> question) {
        Inquirer inquirer = new Inquirer("default", new Inquirer.Timing(FOREVER, FOREVER), now::get);
        return new StatusProbe(inquirer, question, new StatusProbe.Timing(FRESH, FOREVER));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private Status answering() {
        asked.incrementAndGet();
        return STATUS;
    }
}
