package dev.revgraph.cli.authoring;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses and checks the parents of new revisions. Looks at the files alone. */
public final class Parents {

    private final RevisionGraph graph;

    public Parents(RevisionGraph graph) {
        this.graph = graph;
    }

    /**
     * The parents of an ordinary revision.
     *
     * @param named the target that was typed; {@code null} for the head
     * @param splice whether they may have other children already
     */
    public List<RevisionId> of(@Nullable String named, boolean splice) {
        if (named == null) {
            return switch (graph.heads().size()) {
                case 0 -> List.of();
                case 1 -> graph.heads();
                default -> throw severalHeads();
            };
        }
        List<RevisionId> parents = resolve(named);
        for (RevisionId parent : parents) {
            if (!splice && !graph.heads().contains(parent)) {
                throw new CommandException(
                        ErrorCode.NOT_A_HEAD,
                        "Revision \"" + parent + "\" is no head: " + quoted(graph.children(parent))
                                + " revises it already. Nothing has been written.",
                        "Type `--splice` as well to begin a branch there, or `--parent head`.",
                        List.of(parent.value()));
            }
        }
        return parents;
    }

    private CommandException severalHeads() {
        List<String> heads = graph.heads().stream().map(RevisionId::value).toList();
        return new CommandException(
                ErrorCode.MULTIPLE_HEADS,
                "There are several heads, " + quoted(graph.heads()) + ", and nothing says which one the new revision"
                        + " follows. Nothing has been written.",
                "Type `merge` to join them first, or `--parent " + heads.get(0) + "` to follow one.",
                heads);
    }

    /** The revisions that a merge joins: those named, or all heads. */
    public List<RevisionId> toMerge(List<String> named) {
        List<RevisionId> joined = named.isEmpty()
                ? graph.heads()
                : named.stream()
                        .flatMap(target -> resolve(target).stream())
                        .distinct()
                        .toList();
        for (RevisionId id : joined) {
            if (!graph.heads().contains(id)) {
                throw new CommandException(
                        ErrorCode.NOT_A_HEAD,
                        "Revision \"" + id + "\" is no head, and a merge joins heads. Nothing has been written.",
                        "The heads are " + quoted(graph.heads()) + ": type `merge` to join them all.",
                        List.of(id.value()));
            }
        }
        if (joined.size() < 2) {
            throw new CommandException(
                    ErrorCode.NOT_A_HEAD,
                    "There is nothing to merge: "
                            + (joined.isEmpty()
                                    ? "there is no revision"
                                    : "only " + quoted(joined) + " is named, or there")
                            + ". Nothing has been written.",
                    "Type `heads` for the heads there are.",
                    joined.stream().map(RevisionId::value).toList());
        }
        return joined;
    }

    /** The one revision that a target means in the files. */
    public RevisionId one(String target) {
        List<RevisionId> found = resolve(target);
        if (found.size() != 1) {
            throw new CommandException(
                    ErrorCode.AMBIGUOUS_TARGET,
                    "\"" + target + "\" means " + found.size() + " revisions where it has to be one.",
                    "Type the id of a revision.",
                    found.stream().map(RevisionId::value).toList());
        }
        return found.get(0);
    }

    /** What a target means in the files. */
    public List<RevisionId> resolve(String target) {
        return new Traversal(graph, Set.of()).resolve(target);
    }

    private static String quoted(List<RevisionId> ids) {
        return String.join(", ", ids.stream().map(id -> "\"" + id + "\"").toList());
    }
}
