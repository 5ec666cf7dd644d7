package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is applied, and the current heads that follow from it. */
final class CurrentState {

    private final RevisionGraph graph;
    private final BitSet applied;
    private final BitSet heads;

    CurrentState(RevisionGraph graph, BitSet applied) {
        this.graph = graph;
        this.applied = applied;
        this.heads = graph.shape().maximal(applied);
    }

    /** The applied revisions, not to be changed. */
    BitSet applied() {
        return applied;
    }

    /** The applied revisions that no applied one needs, not to be changed. */
    BitSet heads() {
        return heads;
    }

    /** Where relative steps begin that count from the current head, within a lineage if one is named. */
    int start(Target.Relative target, @Nullable BitSet lineage, Command command) {
        BitSet starts = within(heads, lineage);
        boolean isHead = true;
        if (starts.isEmpty() && lineage != null) {
            isHead = false;
            starts = target.steps() > 0
                    ? graph.shape().tips(within(applied, lineage))
                    : within(graph.shape().tips(applied), lineage);
        }
        if (starts.cardinality() > 1) {
            throw new SeveralCurrentHeads(graph, heads, command).exception(target, starts, isHead);
        }
        if (starts.isEmpty() && target.steps() < 0) {
            throw nothingToUndo(target);
        }
        return starts.isEmpty() ? Walk.EMPTY_STATE : starts.nextSetBit(0);
    }

    private static BitSet within(BitSet revisions, @Nullable BitSet lineage) {
        BitSet inside = (BitSet) revisions.clone();
        if (lineage != null) {
            inside.and(lineage);
        }
        return inside;
    }

    private static TargetException nothingToUndo(Target.Relative target) {
        return new TargetException(
                ErrorCode.OUT_OF_RANGE,
                "\"" + target.text() + "\" goes below base: "
                        + (target.branch() == null
                                ? "nothing is applied."
                                : "nothing is applied on the branch of \"" + target.branch() + "\"."),
                "Type `current` to see what is applied.",
                List.of());
    }
}
