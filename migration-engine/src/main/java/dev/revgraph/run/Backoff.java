package dev.revgraph.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double and scatter, so that instances which failed together do not come back together. */
final class Backoff {

    private Backoff() {}

    /**
     * @param attempt how often it was tried before, from 0
     * @param first the longest pause after the first attempt
     * @param longest no pause is longer
     */
    static Duration pause(int attempt, Duration first, Duration longest) {
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    }
}
