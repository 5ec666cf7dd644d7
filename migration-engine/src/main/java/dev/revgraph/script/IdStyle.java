package dev.revgraph.script;

import java.util.Arrays;
import java.util.Optional;

/** What the ids of new revisions look like. Existing ones are read the same, whatever they look like. */
public enum IdStyle {

    /** The day and the description, {@code 20260105_add_usage_logs}. */
    DATE("date"),

    /** The second, in UTC, and the description, {@code 20260105093000_add_usage_logs}. */
    TIMESTAMP("timestamp"),

    /** Twelve random hexadecimal digits, {@code 1975ea83b712}; the description is in the name of the file alone. */
    HEX("hex");

    private final String text;

    IdStyle(String text) {
        this.text = text;
    }

    /** As it is typed. */
    public String text() {
        return text;
    }

    /** Nothing if there is none that is typed so. */
    public static Optional<IdStyle> of(String text) {
        return Arrays.stream(values()).filter(style -> style.text.equals(text)).findFirst();
    }
}
