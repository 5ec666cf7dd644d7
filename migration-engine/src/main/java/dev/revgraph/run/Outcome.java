package dev.revgraph.run;

import dev.revgraph.plan.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to take steps. */
sealed interface Outcome {

    /** The steps are committed. */
    record Finished(List<Done> steps) implements Outcome {}

    /**
     * Another instance is at it; nothing was done.
     *
     * @param running the revision it runs outside a transaction, {@code null} if it holds the lock
     */
    record Busy(@Nullable String running) implements Outcome {}

    /** Others have changed the records since the plan was made; nothing was done. */
    record Stale() implements Outcome {}

    static Outcome done(List<Done> steps) {
        return new Finished(List.copyOf(steps));
    }

    static Outcome busy(@Nullable String running) {
        return new Busy(running);
    }

    static Outcome stale() {
        return new Stale();
    }

    /** A step that is committed, and how long it took. */
    record Done(Step step, Duration took) {}
}
