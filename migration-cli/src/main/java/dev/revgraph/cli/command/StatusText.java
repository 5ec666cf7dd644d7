package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.output.Ages;
import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Table;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.RevisionReport.AppliedReport;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import java.util.List;

/** A status as text for people. */
final class StatusText {

    private final Output output;
    private final Status status;
    private final MigrationEngine engine;

    StatusText(Output output, Status status, MigrationEngine engine) {
        this.output = output;
        this.status = status;
        this.engine = engine;
    }

    String text() {
        StringBuilder text = new StringBuilder(new Table()
                .row("State", output.palette().paint(status.state().toString()))
                .row("Current", names(status.current()))
                .row("Heads", ofFiles(names(status.heads())))
                .row("Applied", String.valueOf(status.applied()))
                .row("Pending", ofFiles(String.valueOf(status.pending().size())))
                .text(""));
        if (!status.pending().isEmpty()) {
            text.append("\nPending, in the order in which `upgrade` applies them:\n");
            Table table = new Table();
            for (PendingRevision pending : status.pending()) {
                table.row(pending.revision(), pending.description());
            }
            text.append(table.text("  "));
        }
        if (!status.unknown().isEmpty()) {
            text.append(
                    "\nApplied, but not among these files (a newer release has them; `show` tells whether they can be"
                            + " undone from here):\n");
            Table table = new Table();
            status.unknown().forEach(id -> table.row(id, applied(id)));
            text.append(table.text("  "));
        }
        if (!status.problems().isEmpty()) {
            text.append("\nProblems:\n");
            for (StatusProblem problem : status.problems()) {
                text.append("  ").append(problem.message()).append('\n');
                text.append("    ").append(problem.action()).append('\n');
            }
        }
        return text.toString();
    }

    private String applied(String id) {
        AppliedReport record =
                engine.revision(id).map(report -> report.record()).orElse(null);
        return record == null ? "" : new Ages(output.clock()).of(record.appliedAt()) + " by " + RevisionText.by(record);
    }

    /** Files that can be read have heads, unless there are none, which is no problem. */
    private String ofFiles(String text) {
        boolean unreadable = status.state() == State.INVALID && status.heads().isEmpty();
        return unreadable ? "(the files cannot be read)" : text;
    }

    private static String names(List<String> ids) {
        return ids.isEmpty() ? "(none)" : String.join(", ", ids);
    }
}
