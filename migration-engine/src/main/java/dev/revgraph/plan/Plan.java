package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.StepReport;
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

    /** What a run of it would report, as if it took no time. */
    public RunReport outlook() {
        return new RunReport(
                steps.stream()
                        .map(step -> new StepReport(
                                step.title(), move.direction().text(), step.description(), 0, names(step.headsAfter())))
                        .toList(),
                names(currentAfter()));
    }

    private static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
