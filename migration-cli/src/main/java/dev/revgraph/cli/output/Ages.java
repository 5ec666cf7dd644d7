package dev.revgraph.cli.output;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Points in time for people: absolute, with the zone's offset, and how long ago. */
public final class Ages {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Clock clock;

    public Ages(Clock clock) {
        this.clock = clock;
    }

    public String of(Instant moment) {
        ZoneId zone = clock.getZone();
        return FORMAT.format(moment.atZone(zone)) + " (" + ago(Duration.between(moment, clock.instant())) + ")";
    }

    static String ago(Duration age) {
        if (age.isNegative() || age.toSeconds() < 1) {
            return "just now";
        }
        if (age.toMinutes() < 1) {
            return counted(age.toSeconds(), "second");
        }
        if (age.toHours() < 1) {
            return counted(age.toMinutes(), "minute");
        }
        return age.toDays() < 1 ? counted(age.toHours(), "hour") : counted(age.toDays(), "day");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }
}
