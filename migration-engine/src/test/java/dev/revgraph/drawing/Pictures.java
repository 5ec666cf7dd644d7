package dev.revgraph.drawing;

import dev.revgraph.fixture.GraphText;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pictures that tests draw. */
final class Pictures {

    private Pictures() {}

    static Picture offline(String... graph) {
        return offline(GraphText.of(graph));
    }

    static Picture offline(RevisionGraph graph) {
        return new Picture(graph, newestFirst(graph), Map.of(), Set.of());
    }

    /** With these revisions applied. */
    static Picture applied(String ids, String... lines) {
        RevisionGraph graph = GraphText.of(lines);
        Set<RevisionId> applied = GraphText.set(ids);
        Map<RevisionId, String> states = new LinkedHashMap<>();
        graph.revisions().forEach(id -> states.put(id, applied.contains(id) ? "applied" : "pending"));
        return new Picture(graph, newestFirst(graph), states, Set.copyOf(graph.maximal(applied)));
    }

    /** One revision with this description. */
    static Picture described(String description) {
        return offline(RevisionGraph.of(List.of(node("a", description, List.of()))));
    }

    static RevisionNode node(String id, String description, List<String> parents) {
        List<Reference> revises = parents.stream()
                .map(parent -> new Reference(new RevisionId(parent), 1))
                .toList();
        return new RevisionNode(
                new RevisionId(id), description, revises, List.of(), List.of(), new Origin(id + ".sql", 1));
    }

    private static List<RevisionId> newestFirst(RevisionGraph graph) {
        List<RevisionId> all = new ArrayList<>(graph.revisions());
        Collections.reverse(all);
        return all;
    }
}
