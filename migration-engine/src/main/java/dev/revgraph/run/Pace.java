package dev.revgraph.run;

import dev.revgraph.run.MigrationEvent.StatementProgress;
import java.time.Duration;

/**
 * Picks from the progress of statements, which is told every second, what is worth a line of a log: one every ten
 * seconds. Thread-safe.
 */
public final class Pace {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private Duration last = Duration.ZERO;

    /** Whether this one is worth a line. */
    public synchronized boolean isDue(StatementProgress progress) {
        if (progress.elapsed().compareTo(last) < 0) {
            last = Duration.ZERO;
        }
        boolean due = progress.elapsed().compareTo(last.plus(BETWEEN_LINES)) >= 0;
        if (due) {
            last = progress.elapsed();
        }
        return due;
    }
}
