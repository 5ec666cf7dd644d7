package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two bounds, both included. Steps alone count from the heads downwards and from the lower bound
 * upwards; bounds that go too far stop at the end of the graph instead of failing.
 */
final class RangeRule {

    private final RevisionGraph graph;
    private final Shape shape;
    private final Resolver resolver;

    RangeRule(RevisionGraph graph, CurrentState current) {
        this.graph = graph;
        this.shape = graph.shape();
        this.resolver = new Resolver(graph, current, Command.HISTORY);
    }

    BitSet between(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw new TargetException(
                    ErrorCode.USAGE,
                    "\"" + text + "\" is no range: a range is two targets with one \":\" between them.",
                    "Type `history -r LOWER:UPPER`; either side may be left out.",
                    List.of());
        }
        Target lowerTarget = resolver.parse(colon == 0 ? "base" : text.substring(0, colon));
        Target upperTarget = resolver.parse(colon == text.length() - 1 ? "heads" : text.substring(colon + 1));
        Destination lower = resolve(lowerTarget, null);
        BitSet upper = resolve(upperTarget, lower).revisions();
        if (lower.base()) {
            return shape.below(onBranch(lowerTarget.branch(), lower, upperTarget, upper));
        }
        BitSet between = shape.below(upper);
        checkBelow(lower.revisions(), between, upper, text);
        between.and(shape.descendants(lower.revisions()));
        return between;
    }

    /** @param lower where upward steps begin, {@code null} for the lower bound itself */
    private Destination resolve(Target target, @Nullable Destination lower) {
        if (!(target instanceof Target.Relative relative) || relative.counted()) {
            return resolver.resolve(target);
        }
        if (relative.steps() <= 0) {
            return belowHeads(relative);
        }
        if (lower == null || !(lower.base() || lower.isSingle())) {
            return resolver.resolve(target);
        }
        return resolver.resolveFrom(lower.base() ? Walk.EMPTY_STATE : lower.revision(), relative);
    }

    private Destination belowHeads(Target.Relative target) {
        String heads = target.branch() == null ? "heads" : target.branch() + "@heads";
        BitSet starts = resolver.resolve(resolver.parse(heads)).revisions();
        BitSet reached = new BitSet();
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            Destination below = resolver.resolveFrom(start, target);
            if (below.base()) {
                return Destination.base(Destination.EVERY_LINE);
            }
            reached.or(below.revisions());
        }
        return Destination.of(reached, Destination.EVERY_LINE);
    }

    /** {@code label@base:} shows the branch alone, and what it depends on. */
    private BitSet onBranch(@Nullable String branch, Destination lower, Target upperTarget, BitSet upper) {
        if (branch == null || lower.line() == Destination.EVERY_LINE) {
            return upper;
        }
        BitSet onBranch = shape.lineage(lower.line());
        if (upperTarget.text().equals(Point.Word.HEADS.text())) {
            onBranch.and(graph.where(graph::isHead));
        } else {
            onBranch.and(upper);
        }
        if (onBranch.isEmpty() && !upper.isEmpty()) {
            throw Unknown.notInBranch(upperTarget.text(), branch, Command.HISTORY);
        }
        return onBranch;
    }

    private void checkBelow(BitSet lower, BitSet between, BitSet upper, String text) {
        BitSet outside = (BitSet) lower.clone();
        outside.andNot(between);
        if (outside.isEmpty()) {
            return;
        }
        List<String> names = graph.list(outside).stream().map(RevisionId::value).toList();
        boolean swapped = !upper.isEmpty() && shape.below(lower).intersects(upper);
        int colon = text.indexOf(':');
        throw new TargetException(
                ErrorCode.NOT_AN_ANCESTOR,
                "The range \"" + text + "\" is empty: its lower bound " + Command.quoted(names)
                        + " does not lie below its upper bound.",
                swapped
                        ? "Type `history -r " + text.substring(colon + 1) + ":" + text.substring(0, colon) + "`."
                        : "Choose two bounds on one line; `graph` shows the lines.",
                names);
    }
}
