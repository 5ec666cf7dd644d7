package dev.revgraph.diagnose;

import java.util.OptionalLong;

/** Numbers in sentences. */
final class Counted {

    private Counted() {}

    /** The beginning of a sentence about rows. */
    static String rows(OptionalLong count, String table) {
        if (count.isEmpty()) {
            return "Some rows of " + table + " (too many to be counted in passing)";
        }
        return count.getAsLong() == 1 ? "1 row of " + table : count.getAsLong() + " rows of " + table;
    }
}
