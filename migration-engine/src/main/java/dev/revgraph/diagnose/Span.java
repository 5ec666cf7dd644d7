package dev.revgraph.diagnose;

import java.time.Duration;
import java.util.List;

/** A length of time as headers and settings have it. */
final class Span {

    private static final List<Duration> USUAL =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2));

    private Span() {}

    static String text(Duration span) {
        long millis = span.toMillis();
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "min";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** A usual one that is several times as long. */
    static Duration longer(Duration span) {
        return USUAL.stream()
                .filter(usual -> usual.compareTo(span.multipliedBy(4)) >= 0)
                .findFirst()
                .orElse(span.multipliedBy(4));
    }
}
