package dev.revgraph.graph;

import java.util.BitSet;

/**
 * Where a target points to.
 *
 * @param base whether it is the state in which nothing is applied
 * @param revisions the revisions meant, not to be changed; may be several ({@code heads}), or none in an empty graph
 * @param line the revision whose lineage alone is meant, or {@link #EVERY_LINE}
 */
record Destination(boolean base, BitSet revisions, int line) {

    static final int EVERY_LINE = -1;

    static Destination base(int line) {
        return new Destination(true, new BitSet(), line);
    }

    static Destination of(BitSet revisions, int line) {
        return new Destination(false, revisions, line);
    }

    static Destination of(int revision, int line) {
        return of(Shape.only(revision), line);
    }

    /** {@code head} of a graph without revisions. */
    boolean isNowhere() {
        return !base && revisions.isEmpty();
    }

    boolean isSingle() {
        return revisions.cardinality() == 1;
    }

    /** The revision, if there is a single one. */
    int revision() {
        return revisions.nextSetBit(0);
    }
}
