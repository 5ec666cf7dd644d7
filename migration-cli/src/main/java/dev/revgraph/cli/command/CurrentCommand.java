package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.report.RevisionReport;
import java.util.List;
import picocli.CommandLine.Command;

/** Show the current heads of the database. */
@Command(
        name = "current",
        header = "Show the current heads of the database.",
        footer = {"", "Examples:", "  current"})
final class CurrentCommand extends Subcommand {

    CurrentCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Outlook outlook = Outlook.ofDatabase(database());
        List<RevisionReport> reports = outlook.describe(outlook.graph().maximal(outlook.applied()));
        if (reports.isEmpty()) {
            output().say("Nothing is applied.");
        }
        if (outlook.faulty() != null) {
            output().say("This is what the database has recorded; the files cannot be read. "
                    + outlook.faulty().getMessage());
        }
        if (json()) {
            output().json(RevisionItem.list(reports));
        } else {
            output().text(new RevisionText(output(), outlook).table(reports));
        }
        return ExitCode.DONE;
    }
}
