package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.BitSet;
import java.util.List;

/**
 * What counts as applied after a stamp: the targets become current heads beside those that share no lineage with any of
 * them, dependencies included, and everything below the new heads is applied.
 */
final class StampRule {

    private final RevisionGraph graph;
    private final Shape shape;
    private final CurrentState current;
    private final Resolver resolver;

    StampRule(RevisionGraph graph, CurrentState current) {
        this.graph = graph;
        this.shape = graph.shape();
        this.current = current;
        this.resolver = new Resolver(graph, current, Command.STAMP);
    }

    BitSet applied(List<String> texts) {
        BitSet targets = new BitSet();
        BitSet emptied = new BitSet();
        for (String text : texts) {
            Destination destination = resolver.resolve(resolver.parse(text));
            if (!destination.base()) {
                targets.or(shape.maximal(destination.revisions()));
            } else if (destination.line() == Destination.EVERY_LINE) {
                emptied.or(current.heads());
            } else {
                emptied.set(destination.line());
            }
        }
        refuseOverlap(targets);
        BitSet heads = (BitSet) current.heads().clone();
        heads.andNot(related(targets));
        heads.andNot(related(emptied));
        heads.or(targets);
        return shape.below(heads);
    }

    private BitSet related(BitSet revisions) {
        BitSet related = shape.below(revisions);
        related.or(shape.above(revisions));
        return related;
    }

    private void refuseOverlap(BitSet targets) {
        BitSet lower = shape.strictlyBelow(targets);
        lower.and(targets);
        if (lower.isEmpty()) {
            return;
        }
        int below = lower.nextSetBit(0);
        BitSet above = shape.above(Shape.only(below));
        above.and(targets);
        RevisionId ancestor = graph.id(below);
        RevisionId descendant = graph.id(above.nextSetBit(below + 1));
        throw new TargetException(
                ErrorCode.OVERLAPPING_TARGETS,
                "The targets overlap: \"" + descendant + "\" already implies \"" + ancestor
                        + "\", which lies below it. Nothing is recorded.",
                "Leave out \"" + ancestor + "\", or \"" + descendant + "\".",
                List.of(ancestor.value(), descendant.value()));
    }
}
