package dev.revgraph.rehearse;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** How one revision alone is undone, that which was applied last. */
public final class WayBack {

    private WayBack() {}

    /**
     * The target of a downgrade that undoes the revision and nothing else; nothing if there is none, because others that
     * are applied go on from everything that a merge joins.
     *
     * @param applied the revision among them; none of them needs it
     */
    public static Optional<String> from(RevisionGraph graph, Set<RevisionId> applied, RevisionId revision) {
        if (graph.parents(revision).size() < 2) {
            return Optional.of(revision + "@-1");
        }
        Set<RevisionId> below = new LinkedHashSet<>(graph.closure(Set.of(revision)));
        below.remove(revision);
        return graph.maximal(below).stream()
                .filter(target -> undone(graph, applied, target).equals(Set.of(revision)))
                .map(RevisionId::value)
                .findFirst();
    }

    private static Set<RevisionId> undone(RevisionGraph graph, Set<RevisionId> applied, RevisionId target) {
        Set<RevisionId> undone = new HashSet<>(graph.above(Set.of(target)));
        undone.retainAll(applied);
        undone.remove(target);
        return undone;
    }
}
