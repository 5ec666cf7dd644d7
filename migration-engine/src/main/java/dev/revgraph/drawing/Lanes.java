package dev.revgraph.drawing;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column every revision stands in. A lane runs down from the first child that names a revision to that revision;
 * every other child's edge joins it right below the child, so that a hundred branches from one point take two columns.
 * One pass over revisions and edges; a lane that has ended is used again.
 */
final class Lanes {

    /**
     * An edge from a revision down to what it needs.
     *
     * @param lane the column that it runs in, which is that of its lower end
     * @param opens whether the lane begins with it; otherwise it joins one that is there
     * @param dependency whether it is one of {@code depends-on}
     */
    record Edge(RevisionId to, int lane, boolean opens, boolean dependency) {}

    /**
     * The line of one revision.
     *
     * @param passing the lanes of others that run past it
     * @param edges those that leave it
     * @param moved the lane that leads to the same parent from further right and bends into this column below the
     *     line; {@code -1} if there is none
     */
    record Row(RevisionId revision, int lane, BitSet passing, List<Edge> edges, int moved) {

        /** The lanes that are there below this line. */
        BitSet below() {
            BitSet below = (BitSet) passing.clone();
            if (moved >= 0) {
                below.clear(moved);
            }
            edges.forEach(edge -> below.set(edge.lane()));
            return below;
        }

        boolean endsHere() {
            return edges.stream().noneMatch(edge -> edge.lane() == lane);
        }
    }

    private final Map<RevisionId, Integer> awaited = new HashMap<>();
    private final BitSet busy = new BitSet();
    private final List<Row> rows = new ArrayList<>();

    private Lanes() {}

    /** @param dependencies whether they run in lanes as well */
    static List<Row> of(Picture picture, boolean dependencies) {
        Lanes lanes = new Lanes();
        Set<RevisionId> drawn = new LinkedHashSet<>(picture.revisions());
        for (RevisionId revision : picture.revisions()) {
            lanes.place(revision, picture.graph(), drawn, dependencies);
        }
        return lanes.rows;
    }

    /** The columns that these lines take. */
    static int width(List<Row> rows) {
        return rows.stream()
                .mapToInt(row -> Math.max(row.lane() + 1, row.below().length()))
                .max()
                .orElse(0);
    }

    private void place(RevisionId revision, RevisionGraph graph, Set<RevisionId> drawn, boolean dependencies) {
        Integer known = awaited.remove(revision);
        int lane = known == null ? busy.nextClearBit(0) : known;
        busy.clear(lane);
        BitSet passing = (BitSet) busy.clone();
        List<Edge> edges = new ArrayList<>();
        int moved = -1;
        for (RevisionId parent : graph.parents(revision)) {
            if (drawn.contains(parent)) {
                int there = awaited.getOrDefault(parent, -1);
                if (there > lane && !busy.get(lane)) {
                    moved = there;
                    awaited.remove(parent);
                }
                edges.add(edge(parent, lane, false));
            }
        }
        for (RevisionId needed : dependencies ? graph.dependencies(revision) : List.<RevisionId>of()) {
            if (drawn.contains(needed)) {
                edges.add(edge(needed, lane, true));
            }
        }
        // Only now, so that nothing else that leaves this line takes the column meanwhile.
        if (moved >= 0) {
            busy.clear(moved);
        }
        rows.add(new Row(revision, lane, passing, edges, moved));
    }

    private Edge edge(RevisionId to, int from, boolean dependency) {
        Integer there = awaited.get(to);
        if (there != null) {
            return new Edge(to, there, false, dependency);
        }
        int lane = busy.nextClearBit(from);
        busy.set(lane);
        awaited.put(to, lane);
        return new Edge(to, lane, true, dependency);
    }
}
