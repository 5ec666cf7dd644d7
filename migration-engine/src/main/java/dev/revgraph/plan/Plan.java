package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import java.util.List;

/**
 * What a move comes to on a database in a known state; nothing to do is an empty plan.
 *
 * @param move what was asked for
 * @param steps in the order to take them
 * @param current the current heads before the first step
 */
public record Plan(Move move, List<Step> steps, List<RevisionId> current) {

    public Plan {
        steps = List.copyOf(steps);
        current = List.copyOf(current);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The current heads when all steps are taken. */
    public List<RevisionId> currentAfter() {
        return steps.isEmpty() ? current : steps.get(steps.size() - 1).headsAfter();
    }
}
