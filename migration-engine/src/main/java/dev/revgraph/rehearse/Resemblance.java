package dev.revgraph.rehearse;

import java.util.List;

/**
 * Where in the graph of revisions a database stands, by what it looks like. Immutable.
 *
 * @param equal the heads at which nothing differs, in the order of the graph; several where revisions change rows only
 * @param closest where nothing is equal, the heads that come closest, the closest first
 * @param differences from the closest; none where something is equal
 */
public record Resemblance(List<Candidate> equal, List<Candidate> closest, SchemaReport differences) {

    public Resemblance {
        equal = List.copyOf(equal);
        closest = List.copyOf(closest);
    }

    /**
     * A state of the graph.
     *
     * @param heads those that would be current; empty before the first revision
     * @param differences how many objects differ
     */
    public record Candidate(List<String> heads, int differences) {

        public Candidate {
            heads = List.copyOf(heads);
        }
    }
}
