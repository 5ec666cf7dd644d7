package dev.revgraph.plan;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The current heads while steps are taken one after the other: each step looks at its neighbours only, so a plan costs
 * no more than its edges.
 */
final class CurrentHeads {

    private final RevisionGraph graph;
    private final Set<RevisionId> applied;
    private final TreeSet<RevisionId> heads;

    CurrentHeads(RevisionGraph graph, Set<RevisionId> applied) {
        this.graph = graph;
        this.applied = new HashSet<>(applied);
        this.heads = new TreeSet<>(graph.maximal(applied));
    }

    List<RevisionId> list() {
        return List.copyOf(heads);
    }

    void apply(RevisionId id) {
        applied.add(id);
        below(id).forEach(heads::remove);
        if (!hasAppliedSuccessor(id)) {
            heads.add(id);
        }
    }

    void undo(RevisionId id) {
        applied.remove(id);
        heads.remove(id);
        below(id)
                .filter(applied::contains)
                .filter(parent -> !hasAppliedSuccessor(parent))
                .forEach(heads::add);
    }

    private Stream<RevisionId> below(RevisionId id) {
        return Stream.concat(graph.parents(id).stream(), graph.dependencies(id).stream());
    }

    private boolean hasAppliedSuccessor(RevisionId id) {
        return graph.children(id).stream().anyMatch(applied::contains)
                || graph.dependents(id).stream().anyMatch(applied::contains);
    }
}
