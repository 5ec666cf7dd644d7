package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.cli.output.Output;
import dev.revgraph.rehearse.SchemaReport;

/** Differences of schemas, shown in either form. */
final class ReportText {

    private final Output output;

    ReportText(Output output) {
        this.output = output;
    }

    /**
     * Shows it.
     *
     * @param same what is said if nothing differs
     * @param next what can be done if something does
     * @return the exit code
     */
    int show(SchemaReport report, boolean json, String same, String next) {
        if (json) {
            output.json(report);
        } else {
            output.text(text(report, same));
            if (!report.differences().isEmpty()) {
                output.say(next);
            }
        }
        return report.differences().isEmpty() ? ExitCode.DONE : ExitCode.NOT_SO;
    }

    private String text(SchemaReport report, String same) {
        StringBuilder text = new StringBuilder();
        for (SchemaReport.Item item : report.differences()) {
            text.append(output.palette().paint(item.change()))
                    .append("  ")
                    .append(item.message())
                    .append('\n');
            item.sql().forEach(sql -> text.append(sql.indent(4).stripTrailing()).append(";\n"));
        }
        if (report.differences().isEmpty()) {
            text.append(same).append('\n');
        }
        if (!report.unmodelled().isEmpty()) {
            text.append("Not compared: ")
                    .append(String.join(", ", report.unmodelled()))
                    .append('\n');
        }
        return text.toString();
    }
}
