package dev.revgraph.test;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an empty database is brought to before a test has it. Immutable.
 *
 * @param targets of upgrades, one after the other; none for an empty one
 */
record Start(List<String> targets) {

    static final Start EMPTY = new Start(List.of());

    Start {
        targets = List.copyOf(targets);
    }

    static Start at(String target) {
        return target.equals("base") ? EMPTY : new Start(List.of(target));
    }

    /**
     * Where a revision is the next one: what it revises and depends on is applied.
     *
     * @param revision its id, or an abbreviation that means this one alone
     */
    static Start before(RevisionGraph graph, String revision) {
        List<RevisionId> meant = new Traversal(graph, Set.of()).resolve(revision);
        if (meant.size() != 1) {
            throw new IllegalArgumentException("\"" + revision + "\" means " + meant.size() + " revisions, not one.");
        }
        RevisionId id = meant.get(0);
        return new Start(Stream.concat(graph.parents(id).stream(), graph.dependencies(id).stream())
                .map(RevisionId::value)
                .toList());
    }
}
