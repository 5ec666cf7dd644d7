package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports the revisions that wait for each other: exactly those on a loop, not the healthy ones above or below it. */
final class Loops {

    private static final int MOST_SHOWN = 12;

    private final List<RevisionNode> nodes;
    private final Edges parents;
    private final Edges dependencies;

    Loops(List<RevisionNode> nodes, Edges parents, Edges dependencies) {
        this.nodes = nodes;
        this.parents = parents;
        this.dependencies = dependencies;
    }

    /** One problem for each group of revisions that are on loops with each other. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Components overRevises = new Components(nodes.size(), parents);
        for (int[] members : overRevises.loops()) {
            problems.add(problem(members, overRevises, false));
        }
        Components overBoth = new Components(nodes.size(), parents, dependencies);
        for (int[] members : overBoth.loops()) {
            if (overRevises.sizeAround(members[0]) < members.length) {
                problems.add(problem(members, overBoth, true));
            }
        }
        return problems;
    }

    private Problem problem(int[] members, Components components, boolean overDependencies) {
        int[] loop = loopThrough(members, components, overDependencies);
        RevisionNode first = nodes.get(loop[0]);
        List<RevisionId> others = Arrays.stream(members)
                .filter(member -> member != loop[0])
                .mapToObj(member -> nodes.get(member).id())
                .toList();
        String names = Arrays.stream(members)
                .limit(MOST_SHOWN)
                .mapToObj(member -> "\"" + nodes.get(member).id() + "\"")
                .collect(Collectors.joining(", "));
        int hidden = Math.max(0, members.length - MOST_SHOWN);
        return new Problem(
                ErrorCode.CYCLE,
                first.id(),
                placeOfEdge(first, loop[1], overDependencies),
                "Revisions " + names + (hidden > 0 ? " and " + hidden + " more" : "") + " wait for each other over "
                        + (overDependencies ? "depends-on" : "revises")
                        + "; each would have to be applied before the next: " + inOrderOfApplication(loop) + ".",
                "Remove one of the references.",
                others);
    }

    private Origin placeOfEdge(RevisionNode from, int to, boolean overDependencies) {
        RevisionNode target = nodes.get(to);
        for (Reference reference : overDependencies ? from.dependsOn() : from.revises()) {
            boolean byLabel =
                    target.labels().stream().anyMatch(label -> label.name().equals(reference.name()));
            if (reference.name().equals(target.id()) || byLabel) {
                return Linker.place(from, reference);
            }
        }
        return from.origin();
    }

    /** A shortest loop that starts with an edge of the wanted kind, from a revision to what it waits for. */
    private int[] loopThrough(int[] members, Components components, boolean overDependencies) {
        Edges kind = overDependencies ? dependencies : parents;
        for (int from : members) {
            for (int to : kind.of(from)) {
                if (components.connects(from, to)) {
                    return closed(from, to, components, overDependencies);
                }
            }
        }
        throw new IllegalStateException("A loop has no edge.");
    }

    private int[] closed(int from, int to, Components components, boolean overDependencies) {
        Map<Integer, Integer> towardsFrom = new HashMap<>();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        towardsFrom.put(to, from);
        queue.add(to);
        while (!towardsFrom.containsKey(from)) {
            int at = queue.remove();
            for (int target : targets(at, overDependencies)) {
                if (components.connects(from, target) && towardsFrom.putIfAbsent(target, at) == null) {
                    queue.add(target);
                }
            }
        }
        ArrayDeque<Integer> loop = new ArrayDeque<>();
        int at = from;
        do {
            at = towardsFrom.getOrDefault(at, from);
            loop.addFirst(at);
        } while (at != from);
        return loop.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] targets(int from, boolean withDependencies) {
        return withDependencies
                ? IntStream.concat(Arrays.stream(parents.of(from)), Arrays.stream(dependencies.of(from)))
                        .toArray()
                : parents.of(from);
    }

    private String inOrderOfApplication(int[] loop) {
        List<String> names = new ArrayList<>();
        names.add(nodes.get(loop[0]).id().value());
        for (int i = loop.length - 1; i > 0; i--) {
            if (names.size() == MOST_SHOWN) {
                names.add("…");
                break;
            }
            names.add(nodes.get(loop[i]).id().value());
        }
        names.add(names.get(0));
        return String.join(" -> ", names);
    }
}
