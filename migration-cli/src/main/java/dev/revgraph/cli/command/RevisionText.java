package dev.revgraph.cli.command;

import dev.revgraph.cli.output.Ages;
import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Table;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.RevisionReport.AppliedReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Revisions as text for people: a line each, or all there is to say. */
final class RevisionText {

    private final Output output;
    private final Outlook outlook;
    private final Set<RevisionId> heads;
    private final Set<RevisionId> current;

    RevisionText(Output output, Outlook outlook) {
        this.output = output;
        this.outlook = outlook;
        this.heads = new LinkedHashSet<>(outlook.graph().heads());
        this.current = new LinkedHashSet<>(outlook.graph().maximal(outlook.applied()));
    }

    String table(List<RevisionReport> reports) {
        if (reports.isEmpty()) {
            return "";
        }
        Table table = new Table().row("REVISION", "REVISES", "STATE", "DESCRIPTION");
        for (RevisionReport report : reports) {
            table.row(
                    report.revision(),
                    parents(report),
                    state(report),
                    (report.description() + " " + marks(report)).strip());
        }
        return table.text("");
    }

    String blocks(List<RevisionReport> reports) {
        return String.join("\n", reports.stream().map(this::block).toList());
    }

    private String block(RevisionReport report) {
        Table table = new Table().row("Revision", (report.revision() + " " + marks(report)).strip());
        row(table, "Description", report.description());
        row(table, "Revises", parents(report));
        row(table, "Depends on", String.join(", ", report.dependsOn()));
        row(table, "Labels", String.join(", ", report.labels()));
        row(table, "State", state(report));
        AppliedReport record = report.record();
        if (record != null) {
            row(table, "Applied", new Ages(output.clock()).of(record.appliedAt()) + ", in " + record.millis() + " ms");
            row(table, "By", by(record));
        }
        row(table, "Declared in", report.source() == null ? "(only the database knows it)" : report.source());
        row(table, "Kind", report.kind() + (report.transactional() ? "" : ", outside a transaction"));
        row(table, "Can be undone", undoing(report));
        return table.text("");
    }

    private static String undoing(RevisionReport report) {
        if (!report.reversible()) {
            return "no";
        }
        return report.source() == null ? "yes, with the script that was stored when it was applied" : "yes";
    }

    private static void row(Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(name, value);
        }
    }

    static String by(AppliedReport record) {
        String version = record.applicationVersion() == null ? "" : " " + record.applicationVersion();
        return record.appliedBy() + (record.application() == null ? "" : " with " + record.application() + version);
    }

    private String state(RevisionReport report) {
        return report.state() == null ? "" : output.palette().paint(report.state());
    }

    private static String parents(RevisionReport report) {
        return report.revises().isEmpty() ? "base" : String.join(", ", report.revises());
    }

    private String marks(RevisionReport report) {
        return outlook.marks(new RevisionId(report.revision()), heads, current);
    }
}
