package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the names that revisions declare as parents and dependencies into edges, and reports those that lead nowhere. */
final class Linker {

    private static final int MOST_HINTS = 20;

    private enum Kind {
        REVISES("revises", ErrorCode.UNKNOWN_PARENT),
        DEPENDS_ON("depends on", ErrorCode.UNKNOWN_DEPENDENCY);

        private final String verb;
        private final ErrorCode unknown;

        Kind(String verb, ErrorCode unknown) {
            this.verb = verb;
            this.unknown = unknown;
        }
    }

    private final Registry registry;
    private final Set<RevisionId> unreadable;
    private final List<Problem> problems;
    private int hints;

    /** @param unreadable revisions whose own files have problems: missing them is no second problem */
    Linker(Registry registry, Set<RevisionId> unreadable, List<Problem> problems) {
        this.registry = registry;
        this.unreadable = unreadable;
        this.problems = problems;
    }

    Edges parents() {
        return edges(Kind.REVISES);
    }

    Edges dependencies() {
        return edges(Kind.DEPENDS_ON);
    }

    /** Where a reference stands, as far as it is known. */
    static Origin place(RevisionNode node, Reference reference) {
        return reference.line() == 0 ? node.origin() : node.origin().atLine(reference.line());
    }

    private Edges edges(Kind kind) {
        List<RevisionNode> nodes = registry.nodes();
        Edges.Builder builder = new Edges.Builder(nodes.size(), nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            RevisionNode node = nodes.get(i);
            List<Reference> references = kind == Kind.REVISES ? node.revises() : node.dependsOn();
            if (references.size() > 1 && !registry.isForeign(i)) {
                checkRepetition(node, kind, references);
            }
            for (Reference reference : references) {
                Integer target = find(kind, reference.name());
                if (target == null) {
                    reportUnknown(i, kind, reference);
                } else if (target == i) {
                    problems.add(selfReference(node, kind, reference));
                } else {
                    builder.add(target);
                }
            }
            builder.endOfRevision();
        }
        return builder.build();
    }

    private @Nullable Integer find(Kind kind, RevisionId name) {
        Integer revision = registry.revision(name);
        return revision == null && kind == Kind.DEPENDS_ON ? registry.labelled(name) : revision;
    }

    private void checkRepetition(RevisionNode node, Kind kind, List<Reference> references) {
        Set<RevisionId> seen = new HashSet<>();
        for (Reference reference : references) {
            if (!seen.add(reference.name())) {
                problems.add(new Problem(
                        ErrorCode.BAD_HEADER,
                        node.id(),
                        place(node, reference),
                        "Revision \"" + node.id() + "\" " + kind.verb + " \"" + reference + "\" twice.",
                        "Name it once."));
            }
        }
    }

    private void reportUnknown(int number, Kind kind, Reference reference) {
        if (registry.isForeign(number) || unreadable.contains(reference.name())) {
            return;
        }
        RevisionNode node = registry.nodes().get(number);
        String nothing = kind == Kind.REVISES ? "there is no such revision" : "there is no such revision or label";
        problems.add(new Problem(
                kind.unknown,
                node.id(),
                place(node, reference),
                "Revision \"" + node.id() + "\" " + kind.verb + " \"" + reference + "\", but " + nothing + ".",
                adviceFor(reference.name())));
    }

    private String adviceFor(RevisionId unknown) {
        Integer labelled = registry.labelled(unknown);
        if (labelled != null) {
            return "\"" + unknown + "\" is a label; name the revision that carries it, \""
                    + registry.nodes().get(labelled).id() + "\".";
        }
        String otherwise = "correct the name, or add the file of the missing revision.";
        if (hints++ < MOST_HINTS) {
            List<String> known =
                    registry.nodes().stream().map(node -> node.id().value()).toList();
            List<String> near = NearNames.of(unknown.value(), known, 1);
            if (!near.isEmpty()) {
                return "Did you mean \"" + near.get(0) + "\"? Otherwise " + otherwise;
            }
        }
        return "C" + otherwise.substring(1);
    }

    private static Problem selfReference(RevisionNode node, Kind kind, Reference reference) {
        return new Problem(
                ErrorCode.CYCLE,
                node.id(),
                place(node, reference),
                "Revision \"" + node.id() + "\" " + kind.verb + " itself: " + node.id() + " -> " + node.id() + ".",
                kind == Kind.REVISES
                        ? "Name its parent, or `base` if it has none."
                        : "Remove \"" + reference + "\" from its dependencies.");
    }
}
