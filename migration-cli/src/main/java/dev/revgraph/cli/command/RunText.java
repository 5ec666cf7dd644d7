package dev.revgraph.cli.command;

import dev.revgraph.cli.output.Table;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.StepReport;
import java.util.List;

/** A run, or the plan of one, as text for people. */
final class RunText {

    private RunText() {}

    static String of(RunReport report, boolean plan) {
        String where = "the database " + (plan ? "would be " : "is ") + "at " + names(report.current()) + ".\n";
        if (report.steps().isEmpty()) {
            return "Nothing to do; " + where.replace("would be", "is");
        }
        int count = report.steps().size();
        String steps = count + (count == 1 ? " step" : " steps");
        return plan ? steps(report) + steps + "; " + where : steps + " done; " + where;
    }

    /** The steps alone. */
    static String steps(RunReport report) {
        Table table = new Table();
        for (StepReport step : report.steps()) {
            table.row(step.direction(), step.revision(), step.description());
        }
        return table.text("  ");
    }

    static String names(List<String> heads) {
        return heads.isEmpty() ? "base (nothing is applied)" : String.join(", ", heads);
    }
}
