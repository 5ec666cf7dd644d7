package dev.revgraph.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time for people: {@code 34 ms}, {@code 2.5 s}, {@code 3 min 20 s}, {@code 1 h 5 min}. */
public final class Durations {

    private Durations() {}

    public static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        return duration.toMillis() < 60_000
                ? String.format(Locale.ROOT, "%.1f s", Math.floorDiv(duration.toMillis(), 100) / 10.0)
                : inSeconds(duration);
    }

    /** Without fractions, for what goes on. */
    public static String inSeconds(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
