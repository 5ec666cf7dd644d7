package dev.revgraph.cli.output;

import java.util.Map;

/** Colours for a terminal that wants them, none for anything else. */
public enum Palette {
    COLOURED,
    PLAIN;

    private static final String RESET = "\u001b[0m";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("UP_TO_DATE", "\u001b[32m"),
            Map.entry("AHEAD", "\u001b[36m"),
            Map.entry("EMPTY", "\u001b[33m"),
            Map.entry("PENDING", "\u001b[33m"),
            Map.entry("DIVERGED", "\u001b[33m"),
            Map.entry("INVALID", "\u001b[31m"),
            Map.entry("applied", "\u001b[32m"),
            Map.entry("pending", "\u001b[33m"),
            Map.entry("running", "\u001b[33m"),
            Map.entry("unknown", "\u001b[36m"),
            Map.entry("modified", "\u001b[31m"),
            Map.entry("out-of-order", "\u001b[31m"),
            Map.entry("error", "\u001b[31m"),
            Map.entry("warning", "\u001b[33m"));

    /** See no-color.org for the variable {@code NO_COLOR}. */
    public static Palette of(Map<String, String> environment, boolean terminal) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return terminal && !refused ? COLOURED : PLAIN;
    }

    /** The word of a state or of a severity, in its colour. */
    public String paint(String word) {
        String code = CODES.get(word);
        return this == PLAIN || code == null ? word : code + word + RESET;
    }
}
