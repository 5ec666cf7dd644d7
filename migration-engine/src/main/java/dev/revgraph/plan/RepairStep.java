package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.RepairReport;
import java.util.List;

/** One change of the records that a repair makes. */
public sealed interface RepairStep {

    /** The id of the row that changes. */
    String row();

    /** What changes, as a full sentence. */
    String description();

    /** Steps as they are shown. */
    static RepairReport report(List<RepairStep> steps) {
        return new RepairReport(steps.stream()
                .map(step -> new RepairReport.Item("repair", step.row(), step.description(), null, List.of()))
                .toList());
    }

    /**
     * The statement that was cut off is decided on.
     *
     * @param started its number, counted from 1
     * @param finished how many are known to have committed
     * @param done whether it took effect
     */
    record Settle(String row, String direction, int started, int finished, boolean done) implements RepairStep {

        @Override
        public String description() {
            return "Statement " + started + " of the " + direction + " of revision \"" + row + "\" "
                    + (done ? "counts as done" : "is to run again") + "; the next `" + direction + "` goes on "
                    + (done ? "behind" : "with") + " it.";
        }
    }

    /** The session that is at work on a revision outside a transaction is ended. */
    record End(String row, String direction) implements RepairStep {

        @Override
        public String description() {
            return "The session at work on revision \"" + row + "\" is ended by the server; the next `" + direction
                    + "` looks how far it came, and goes on there.";
        }
    }

    /** The file as it is now counts as what was applied. */
    record Accept(RevisionId revision) implements RepairStep {

        @Override
        public String row() {
            return revision.value();
        }

        @Override
        public String description() {
            return "The file of revision \"" + revision
                    + "\" as it is now counts as what was applied, and its downgrade is stored.";
        }
    }

    /** A row goes that no revision can have written. */
    record Forget(String row) implements RepairStep {

        @Override
        public String description() {
            return "The row \"" + row + "\", which no revision can have written, is removed.";
        }
    }
}
