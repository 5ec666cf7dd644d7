package dev.revgraph.cli.command;

import dev.revgraph.cli.output.Table;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.RevisionReport;
import java.util.List;
import picocli.CommandLine.Command;

/** Show where the revision files branch. */
@Command(
        name = "branches",
        header = "Show where the revision files branch.",
        footer = {"", "Examples:", "  branches"})
final class BranchesCommand extends ListingCommand {

    BranchesCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Outlook outlook = Outlook.ofFiles(engine());
        List<RevisionReport> reports = outlook.describe(outlook.graph().branchPoints());
        return list(outlook, reports, () -> text(outlook, reports));
    }

    private static String text(Outlook outlook, List<RevisionReport> reports) {
        Table table = new Table();
        for (RevisionReport report : reports) {
            List<RevisionId> children = outlook.graph().children(new RevisionId(report.revision()));
            table.row(
                    report.revision(),
                    "->",
                    String.join(", ", children.stream().map(RevisionId::value).toList()));
        }
        return table.text("");
    }
}
