package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a graph of declared revisions, or says everything that is wrong with them. */
final class GraphLoader {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.origin(),
                    Comparator.nullsLast(Comparator.comparing(Origin::source).thenComparingInt(Origin::line)))
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    private GraphLoader() {}

    static RevisionGraph load(Collection<RevisionNode> files, List<Problem> foundBefore) {
        List<Problem> problems = new ArrayList<>(foundBefore);
        Registry registry = Registry.ofFiles(files, problems);
        Set<RevisionId> unreadable = foundBefore.stream()
                .map(Problem::revision)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        if (foundBefore.isEmpty() && !files.isEmpty() && files.stream().noneMatch(GraphLoader::isBase)) {
            problems.add(new Problem(
                    ErrorCode.NO_BASE,
                    null,
                    null,
                    "No revision is a base: every one of them revises another one.",
                    "Write `revises: base` in the first revision."));
        }
        return link(registry, unreadable, problems);
    }

    static RevisionGraph extend(Collection<RevisionNode> files, Collection<RevisionNode> foreign) {
        return link(Registry.ofFilesAndForeign(files, foreign), Set.of(), new ArrayList<>());
    }

    private static RevisionGraph link(Registry registry, Set<RevisionId> unreadable, List<Problem> problems) {
        Linker linker = new Linker(registry, unreadable, problems);
        Edges parents = linker.parents();
        Edges dependencies = linker.dependencies();
        int[] order = TopologicalOrder.of(parents, dependencies);
        if (order.length < parents.size()) {
            problems.addAll(new Loops(registry.nodes(), parents, dependencies).problems());
        }
        if (!problems.isEmpty()) {
            problems.sort(BY_PLACE);
            throw new InvalidGraphException(problems);
        }
        Shape shape = new Shape(parents.renumbered(order), dependencies.renumbered(order));
        return new RevisionGraph(registry, order, new Names(registry, order), shape);
    }

    private static boolean isBase(RevisionNode node) {
        return node.revises().isEmpty();
    }
}
