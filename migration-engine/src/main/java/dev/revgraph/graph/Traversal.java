package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What targets mean for a database in which exactly certain revisions are applied. Targets are ids, labels, unique
 * beginnings of those, {@code head}, {@code heads}, {@code base}, {@code current}, steps up or down from any of them
 * ({@code +1}, {@code id-2}), and all of these restricted to the lineage of a label or revision ({@code label@head}).
 *
 * <p>All methods throw a {@link TargetException} for a target that means nothing, several things where one is needed, or
 * something out of reach; a target that is reached already gives an empty plan. Immutable and safe for use by several
 * threads.
 */
public final class Traversal {

    private final RevisionGraph graph;
    private final CurrentState current;

    /**
     * @param applied the applied revisions; the graph must know them, see {@link RevisionGraph#including}
     * @throws TargetException ({@code unknown-revision}) if the graph does not have one of them
     */
    public Traversal(RevisionGraph graph, Set<RevisionId> applied) {
        List<String> unknown = applied.stream()
                .filter(id -> !graph.contains(id))
                .sorted()
                .map(RevisionId::value)
                .toList();
        if (!unknown.isEmpty()) {
            throw new TargetException(
                    ErrorCode.UNKNOWN_REVISION,
                    "The database has applied " + Command.quoted(unknown) + ", for which there is no file.",
                    "Run the release that has the files.",
                    unknown);
        }
        this.graph = graph;
        this.current = new CurrentState(graph, graph.bits(applied));
    }

    /** What to apply to reach a target, in order; empty if it is reached. */
    public List<RevisionId> upgrade(String target) {
        return graph.list(new UpgradeRule(graph, current).toApply(target));
    }

    /** What to undo to go back to a target, in order; empty if the database is there. */
    public List<RevisionId> downgrade(String target) {
        return newestFirst(new DowngradeRule(graph, current).toUndo(target));
    }

    /**
     * What counts as applied after the targets have been recorded, in order of application.
     *
     * @param targets one new state together; none may lie below another one
     * @param purge whether everything recorded so far is forgotten first
     */
    public Set<RevisionId> stamp(List<String> targets, boolean purge) {
        CurrentState before = purge ? new CurrentState(graph, new BitSet()) : current;
        return graph.set(new StampRule(graph, before).applied(targets));
    }

    /** Every revision that a target means, by id; none for {@code base}. */
    public List<RevisionId> resolve(String symbol) {
        Resolver resolver = new Resolver(graph, current, Command.SHOW);
        return graph.sorted(resolver.resolve(resolver.parse(symbol)).revisions().stream());
    }

    /**
     * The revisions from a lower to an upper bound, both included, newest first.
     *
     * @param lowerColonUpper two targets with {@code :} between them; left out, they are {@code base} and {@code heads}
     */
    public List<RevisionId> range(String lowerColonUpper) {
        return newestFirst(new RangeRule(graph, current).between(lowerColonUpper));
    }

    /** The applied revisions that no other applied one needs, by id. */
    public List<RevisionId> currentHeads() {
        return graph.sorted(current.heads().stream());
    }

    private List<RevisionId> newestFirst(BitSet revisions) {
        List<RevisionId> reversed = new ArrayList<>(graph.list(revisions));
        Collections.reverse(reversed);
        return Collections.unmodifiableList(reversed);
    }
}
