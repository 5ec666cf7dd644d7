package dev.revgraph.graph;

import dev.revgraph.fixture.GraphText;

/** Graphs that several tests tell facts about. */
final class Graphs {

    /** One line. */
    static final RevisionGraph LINE = GraphText.of("a -> b -> c -> d -> e");

    /** Two labelled branches from b. */
    static final RevisionGraph BRANCHED =
            GraphText.of("a -> b -> c1 -> d1", "b -> c2 -> d2", "c1 [c1branch]", "c2 [c2branch]");

    /** The two branches, joined again by e. */
    static final RevisionGraph MERGED =
            GraphText.of("a -> b -> c1 -> d1", "b -> c2 -> d2", "d1, d2 -> e -> f", "c1 [c1branch]", "c2 [c2branch]");

    /** Two trees; d1 joins them, d2 goes on from one of them. */
    static final RevisionGraph MERGED_AND_CONTINUED =
            GraphText.of("a1 -> b1 -> c1", "a2 -> b2 -> c2", "c1, c2 -> d1", "c2 -> d2");

    /** The same three branches merged twice. */
    static final RevisionGraph TWIN_MERGES =
            GraphText.of("a -> b1, b2, b3", "b1, b2, b3 -> c1 -> d1", "b1, b2, b3 -> c2 -> d2");

    /** Three merges of separate roots, and d1 that depends on one root of each. */
    static final RevisionGraph KABOOM =
            GraphText.of("a1, a2, a3 -> amerge", "b1, b2 -> bmerge", "c1, c2, c3 -> cmerge", "d1", "a3, b2, c1 ~> d1");

    /** Two trees that depend on each other's lower parts. */
    static final RevisionGraph CRISSCROSS = GraphText.of("a1 -> a2 -> a3", "b1 -> b2 -> b3", "a2 ~> b2", "b1 ~> a3");

    /** Two branches, one of which depends on the other one. */
    static final RevisionGraph BRANCH_DEPENDS_ON_BRANCH =
            GraphText.of("a -> b -> c1 -> d1", "b -> c2 -> d2", "c1 ~> d2", "c1 [c1branch]", "c2 [c2branch]");

    /** Names long enough to abbreviate. */
    static final RevisionGraph LONG_NAMES =
            GraphText.of("a -> b -> somelongername -> c", "d -> e -> someothername -> f", "a [abranch]", "e [ebranch]");

    private Graphs() {}
}
