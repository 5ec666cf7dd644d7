package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applied revisions that revise, or depend on, others now than when they were applied. This application goes by its
 * files; an older release, and a script for psql, by what is recorded. Immutable.
 */
public final class Moved {

    private final Situation situation;

    public Moved(Situation situation) {
        this.situation = situation;
    }

    /** In the order of the graph. */
    List<RevisionId> revisions() {
        return situation.graph().inOrder(situation.applied()).stream()
                .filter(this::isMoved)
                .toList();
    }

    /** What to say of them, in the order of the graph; nothing is stopped by it. */
    public List<Problem> problems() {
        return revisions().stream().map(this::problem).toList();
    }

    private boolean isMoved(RevisionId id) {
        return situation.definition(id).isPresent()
                && situation
                        .row(id)
                        .filter(row -> !Set.copyOf(row.parents()).equals(parents(id))
                                || !Set.copyOf(row.dependencies()).equals(dependencies(id)))
                        .isPresent();
    }

    private Set<String> parents(RevisionId id) {
        return names(situation.graph().parents(id));
    }

    private Set<String> dependencies(RevisionId id) {
        return names(situation.graph().dependencies(id));
    }

    private Problem problem(RevisionId id) {
        var row = situation.row(id).orElseThrow();
        return new Problem(
                ErrorCode.MOVED,
                id,
                situation.graph().get(id).origin(),
                "Revision \"" + id + "\" " + place("revises ", parents(id), " and depends on ", dependencies(id))
                        + " now; when it was applied, it "
                        + place(
                                "revised ",
                                new TreeSet<>(row.parents()),
                                " and depended on ",
                                new TreeSet<>(row.dependencies()))
                        + ", which older releases and scripts for psql go by.",
                "Put its header back as it was; or, if its new place is right, record it with `repair --accept-modified "
                        + id + "`.");
    }

    private static String place(String revises, Set<String> parents, String dependsOn, Set<String> dependencies) {
        return revises
                + (parents.isEmpty() ? "base" : quoted(parents))
                + (dependencies.isEmpty() ? "" : dependsOn + quoted(dependencies));
    }

    private static String quoted(Set<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("\"" + name + "\""));
        return String.join(", ", quoted);
    }

    private static Set<String> names(List<RevisionId> ids) {
        Set<String> names = new TreeSet<>();
        ids.forEach(id -> names.add(id.value()));
        return names;
    }
}
