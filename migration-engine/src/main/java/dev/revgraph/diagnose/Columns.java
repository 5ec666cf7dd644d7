package dev.revgraph.diagnose;

import java.util.ArrayList;
import java.util.List;

/** The columns that a statement makes. */
final class Columns {

    private static final List<String> NO_COLUMNS =
            List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "LIKE");

    private Columns() {}

    /**
     * A column that ALTER TABLE adds.
     *
     * @param at the token of its name
     */
    record Added(String name, int at) {}

    static List<Added> added(Words words) {
        List<Added> all = new ArrayList<>();
        if (!words.at(0, "ALTER", "TABLE")) {
            return all;
        }
        for (int i = words.find(2, "ADD"); i >= 0; i = words.find(i + 1, "ADD")) {
            int name = words.skip(words.skip(i + 1, "COLUMN"), "IF", "NOT", "EXISTS");
            if (!isNoColumn(words, name)) {
                int at = name;
                words.name(name)
                        .ifPresent(
                                found -> all.add(new Added(found.name().name().name(), at)));
            }
        }
        return all;
    }

    /** The columns in a CREATE TABLE. */
    static List<String> defined(Words words) {
        List<String> all = new ArrayList<>();
        if (words.created("TABLE").isEmpty()) {
            return all;
        }
        int i = words.created("TABLE").get().next();
        while (words.at(i, "(") || words.at(i, ",")) {
            if (!isNoColumn(words, i + 1)) {
                words.name(i + 1).ifPresent(found -> all.add(found.name().name().name()));
            }
            i = words.endOfClause(i + 1);
        }
        return all;
    }

    private static boolean isNoColumn(Words words, int at) {
        return NO_COLUMNS.stream().anyMatch(word -> words.at(at, word));
    }
}
