package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a downgrade undoes: the target's children over {@code revises} and everything above them over both kinds of
 * edge, as far as it is applied; of a named line, only the children on it. What depends on the target itself stays.
 */
final class DowngradeRule {

    private final RevisionGraph graph;
    private final Shape shape;
    private final CurrentState current;
    private final Resolver resolver;

    DowngradeRule(RevisionGraph graph, CurrentState current) {
        this.graph = graph;
        this.shape = graph.shape();
        this.current = current;
        this.resolver = new Resolver(graph, current, Command.DOWNGRADE);
    }

    BitSet toUndo(String text) {
        Target target = resolver.parse(text);
        if (target instanceof Target.Relative relative && relative.countsFromCurrent() && relative.steps() > 0) {
            throw new TargetException(
                    ErrorCode.OUT_OF_RANGE,
                    "\"" + text + "\" lies above the current head; a downgrade goes down.",
                    "Type " + Command.UPGRADE.with(text) + " to apply revisions.",
                    List.of());
        }
        Destination destination = resolver.resolve(target);
        if (isCurrent(target) || destination.isNowhere()) {
            return new BitSet();
        }
        if (!destination.base() && !destination.isSingle()) {
            throw new SeveralHeads(graph, current, Command.DOWNGRADE).exception(target, destination.revisions());
        }
        BitSet undo = shape.above(roots(destination));
        undo.and(current.applied());
        if (undo.isEmpty() && !destination.base()) {
            checkReached(destination.revision());
        }
        return undo;
    }

    private static boolean isCurrent(Target target) {
        return target instanceof Target.Plain plain && plain.point() == Point.Word.CURRENT;
    }

    private BitSet roots(Destination destination) {
        BitSet roots = new BitSet();
        if (destination.base()) {
            roots.or(graph.where(number -> shape.parents().count(number) == 0));
        } else {
            shape.children().mark(destination.revision(), roots);
        }
        if (destination.line() != Destination.EVERY_LINE) {
            roots.and(shape.lineage(destination.line()));
        }
        return roots;
    }

    /** Nothing to undo is right only if the database is at the target, as far as the line in question goes. */
    private void checkReached(int target) {
        if (!current.applied().get(target)) {
            throw notApplied(target);
        }
        BitSet descendants = shape.descendants(Shape.only(target));
        descendants.and(current.applied());
        BitSet above = shape.above(Shape.only(target));
        above.and(current.applied());
        if (descendants.cardinality() == 1 && above.cardinality() > 1) {
            throw held(target);
        }
    }

    private TargetException notApplied(int target) {
        RevisionId id = graph.id(target);
        return new TargetException(
                ErrorCode.NOT_AN_ANCESTOR,
                "Revision \"" + id + "\" is not applied, and neither is anything above it: the database cannot go back"
                        + " to it. Nothing is undone.",
                "Type " + Command.UPGRADE.with(id.value()) + " to apply it, or `current` to see what is applied.",
                List.of(id.value()));
    }

    private TargetException held(int target) {
        int[] dependents = Arrays.stream(shape.dependents().of(target))
                .filter(current.applied()::get)
                .toArray();
        List<String> ids = Arrays.stream(dependents)
                .mapToObj(graph::id)
                .map(RevisionId::value)
                .toList();
        return new TargetException(
                ErrorCode.NOT_AN_ANCESTOR,
                "No applied revision revises \"" + graph.id(target) + "\", but " + Command.quoted(ids)
                        + (ids.size() == 1 ? " depends on it and stays" : " depend on it and stay")
                        + ". Nothing is undone.",
                "To undo what depends on it: "
                        + Command.DOWNGRADE.withOneOf(Arrays.stream(dependents)
                                .mapToObj(this::justBelow)
                                .toList()),
                ids);
    }

    /** The target that undoes this revision and what is above it, and no other line: its nearest parent, seen from it. */
    private String justBelow(int revision) {
        int nearest = Arrays.stream(shape.parents().of(revision)).max().orElse(Walk.EMPTY_STATE);
        return graph.id(revision) + "@"
                + (nearest == Walk.EMPTY_STATE ? "base" : graph.id(nearest).value());
    }
}
