package dev.revgraph.report;

import java.util.List;

/**
 * What a run did, or a plan would do.
 *
 * @param steps in the order they were taken; steps that another instance took meanwhile are not among them
 * @param current the current heads afterwards
 */
public record RunReport(List<StepReport> steps, List<String> current) {

    public RunReport {
        steps = List.copyOf(steps);
        current = List.copyOf(current);
    }
}
