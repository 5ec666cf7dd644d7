package dev.revgraph.graph;

import java.util.Locale;

/** A fixed point in the graph or in the database, as a target names it. */
sealed interface Point {

    /** The points that every graph has. */
    enum Word implements Point {
        /** The state in which nothing is applied. */
        BASE,
        /** The one revision that nothing revises. */
        HEAD,
        /** All revisions that nothing needs. */
        HEADS,
        /** The database's current heads. */
        CURRENT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An id, a label, or the beginning of one. */
    record Name(String text) implements Point {}
}
