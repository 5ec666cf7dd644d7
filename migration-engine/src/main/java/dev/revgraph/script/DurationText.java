package dev.revgraph.script;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as headers write them: {@code 500ms}, {@code 5s}, {@code 2min}, {@code 2m}, {@code 1h}, {@code PT5S}. */
final class DurationText {

    static final String ADVICE = "Write a number with its unit: 500ms, 5s, 2min, 1h or PT5S.";

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,10})\\s*(ms|s|min|m|h|d)");

    /** PostgreSQL's time-outs are a number of milliseconds that fits an int. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private DurationText() {}

    /** Nothing if the text is no duration, or one that PostgreSQL cannot take. Zero means "no limit". */
    static Optional<Duration> parse(String text) {
        Matcher matcher = SIMPLE.matcher(text);
        if (matcher.matches()) {
            return inRange(simple(Long.parseLong(matcher.group(1)), matcher.group(2)));
        }
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        try {
            return text.startsWith("P") ? inRange(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String objection(String key, String value) {
        return "\"" + key + "\" is \"" + value + "\", which is no duration.";
    }

    private static Duration simple(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Optional<Duration> inRange(Duration duration) {
        boolean expressible = duration.isZero() || duration.toMillis() > 0;
        return expressible && duration.compareTo(LONGEST) <= 0 ? Optional.of(duration) : Optional.empty();
    }
}
