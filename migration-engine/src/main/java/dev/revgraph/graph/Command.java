package dev.revgraph.graph;

import java.util.List;
import java.util.stream.Collectors;

/** What a target is resolved for, so that advice can show the whole text to type. */
enum Command {
    UPGRADE("upgrade "),
    DOWNGRADE("downgrade "),
    STAMP("stamp "),
    SHOW("show "),
    /** A bound of a range: only the bound itself can be shown. */
    HISTORY("");

    private static final int MOST_SHOWN = 10;

    private final String typed;

    Command(String typed) {
        this.typed = typed;
    }

    /** The command with a target, marked as something to type. */
    String with(String target) {
        return "`" + typed + target + "`";
    }

    /** Advice to type the command with one of several targets. */
    String withOneOf(List<String> targets) {
        if (targets.size() == 1) {
            return "Type " + with(targets.get(0)) + ".";
        }
        if (targets.size() == 2) {
            return "Type " + with(targets.get(0)) + " or " + with(targets.get(1)) + ".";
        }
        String more = targets.size() > MOST_SHOWN ? ", and " + (targets.size() - MOST_SHOWN) + " more" : "";
        return targets.stream()
                        .limit(MOST_SHOWN)
                        .map(this::with)
                        .collect(Collectors.joining(", ", "Type one of ", more))
                + ".";
    }

    /** Names in quotes, the first ten of them. */
    static String quoted(List<String> names) {
        String more = names.size() > MOST_SHOWN ? " and " + (names.size() - MOST_SHOWN) + " more" : "";
        return names.stream()
                .limit(MOST_SHOWN)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", ", "", more));
    }
}
