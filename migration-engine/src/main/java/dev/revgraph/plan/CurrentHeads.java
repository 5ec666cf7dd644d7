package dev.revgraph.plan;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The current heads while steps are taken one after the other: each step looks at its neighbours only, so a plan costs
 * no more than its edges. What is not applied although something applied needs it takes part, so that a gap hides
 * neither what is above it from what is below, nor the other way round.
 */
final class CurrentHeads {

    private final RevisionGraph graph;
    private final Set<RevisionId> applied;
    /** What is applied, and all that it needs; its heads are those of what is applied. */
    private final Set<RevisionId> needed;

    private final TreeSet<RevisionId> heads;

    CurrentHeads(RevisionGraph graph, Set<RevisionId> applied) {
        this.graph = graph;
        this.applied = new HashSet<>(applied);
        this.needed = new HashSet<>(graph.closure(applied));
        this.heads = new TreeSet<>(graph.maximal(applied));
    }

    List<RevisionId> list() {
        return List.copyOf(heads);
    }

    void apply(RevisionId id) {
        applied.add(id);
        if (!needed.contains(id)) {
            heads.add(id);
        }
        Deque<RevisionId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            RevisionId next = open.pop();
            if (needed.add(next)) {
                below(next).forEach(lower -> {
                    heads.remove(lower);
                    open.push(lower);
                });
            }
        }
    }

    void undo(RevisionId id) {
        applied.remove(id);
        heads.remove(id);
        Deque<RevisionId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            RevisionId next = open.pop();
            if (isNeededFromAbove(next)) {
                continue;
            }
            if (applied.contains(next)) {
                heads.add(next);
            } else if (needed.remove(next)) {
                below(next).forEach(open::push);
            }
        }
    }

    private Stream<RevisionId> below(RevisionId id) {
        return Stream.concat(graph.parents(id).stream(), graph.dependencies(id).stream());
    }

    private boolean isNeededFromAbove(RevisionId id) {
        return graph.children(id).stream().anyMatch(needed::contains)
                || graph.dependents(id).stream().anyMatch(needed::contains);
    }
}
