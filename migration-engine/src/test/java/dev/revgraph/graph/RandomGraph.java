package dev.revgraph.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A graph made by chance, with merges, dependencies (also on labels) and labels, and what the engine says about it
 * computed once more in the simplest way there is.
 */
final class RandomGraph {

    private final Random random;
    private final List<RevisionNode> nodes = new ArrayList<>();
    private final Map<RevisionId, Set<RevisionId>> parents = new LinkedHashMap<>();
    private final Map<RevisionId, Set<RevisionId>> needs = new LinkedHashMap<>();

    RandomGraph(Random random) {
        this.random = random;
        int size = 1 + random.nextInt(18);
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(i);
        }
        Collections.shuffle(names, random);
        for (int name : names) {
            add("r%02d".formatted(name), random.nextInt(5) == 0 ? "label%02d".formatted(name) : "");
        }
        Collections.shuffle(nodes, random);
    }

    private void add(String name, String label) {
        RevisionId id = new RevisionId(name);
        Set<RevisionId> revises = new LinkedHashSet<>();
        Set<RevisionId> dependsOn = new LinkedHashSet<>();
        if (!nodes.isEmpty() && random.nextInt(8) > 0) {
            pick(revises, 1 + (random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0));
        }
        if (!nodes.isEmpty() && random.nextInt(3) == 0) {
            pick(dependsOn, 1 + random.nextInt(2));
        }
        List<Reference> labels = label.isEmpty() ? List.of() : List.of(Reference.to(label));
        nodes.add(new RevisionNode(id, "", references(revises), byLabel(dependsOn), labels, Origin.of(name + ".sql")));
        parents.put(id, revises);
        Set<RevisionId> all = new LinkedHashSet<>(revises);
        all.addAll(dependsOn);
        needs.put(id, all);
    }

    /** Recent ones are picked more often, so that lines get long. */
    private void pick(Set<RevisionId> into, int count) {
        for (int i = 0; i < count; i++) {
            int back = 1 + Math.min(random.nextInt(nodes.size()), random.nextInt(nodes.size()));
            into.add(nodes.get(nodes.size() - back).id());
        }
    }

    private static List<Reference> references(Set<RevisionId> ids) {
        return ids.stream().map(id -> new Reference(id, 0)).toList();
    }

    private List<Reference> byLabel(Set<RevisionId> ids) {
        return nodes.stream()
                .filter(node -> ids.contains(node.id()))
                .map(node -> node.labels().isEmpty() || random.nextBoolean()
                        ? new Reference(node.id(), 0)
                        : node.labels().get(0))
                .toList();
    }

    RevisionGraph graph() {
        return RevisionGraph.of(nodes);
    }

    RevisionGraph shuffled() {
        List<RevisionNode> others = new ArrayList<>(nodes);
        Collections.shuffle(others, random);
        return RevisionGraph.of(others);
    }

    List<RevisionId> ids() {
        return nodes.stream().map(RevisionNode::id).toList();
    }

    RevisionId anyId() {
        return nodes.get(random.nextInt(nodes.size())).id();
    }

    String anyName() {
        RevisionNode node = nodes.get(random.nextInt(nodes.size()));
        return node.labels().isEmpty()
                ? node.id().value()
                : node.labels().get(0).toString();
    }

    Set<RevisionId> needs(RevisionId id) {
        return needs.getOrDefault(id, Set.of());
    }

    /** Everything below, over both kinds of edge. */
    Set<RevisionId> below(Set<RevisionId> start) {
        Set<RevisionId> reached = new LinkedHashSet<>(start);
        boolean grows = true;
        while (grows) {
            grows = reached.addAll(
                    reached.stream().flatMap(id -> needs(id).stream()).collect(Collectors.toSet()));
        }
        return reached;
    }

    /** Everything above, over both kinds of edge. */
    Set<RevisionId> above(Set<RevisionId> start) {
        return ids().stream()
                .filter(id -> below(Set.of(id)).stream().anyMatch(start::contains))
                .collect(Collectors.toSet());
    }

    Set<RevisionId> children(RevisionId parent) {
        return ids().stream()
                .filter(id -> parents.getOrDefault(id, Set.of()).contains(parent))
                .collect(Collectors.toSet());
    }

    /** Those that no other one of them needs, by id. */
    List<RevisionId> maximal(Set<RevisionId> set) {
        return set.stream()
                .filter(id -> set.stream()
                        .noneMatch(other ->
                                !other.equals(id) && below(Set.of(other)).contains(id)))
                .sorted()
                .toList();
    }

    boolean isRelated(RevisionId one, RevisionId other) {
        return below(Set.of(one)).contains(other) || below(Set.of(other)).contains(one);
    }
}
