package dev.revgraph.cli.command;

import dev.revgraph.report.RevisionReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Show all there is to say about a revision. */
@Command(
        name = "show",
        header = "Show all there is to say about a revision.",
        footer = {"", "Examples:", "  show 20250515_add_usage_logs", "  show head", "  show billing@head"})
final class ShowCommand extends ListingCommand {

    @Parameters(paramLabel = "REV", description = "A revision: an id, the beginning of one, or any other target.")
    private String target = "";

    @Option(names = "--offline", description = "Ask no database.")
    private boolean offline;

    ShowCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Outlook outlook = Outlook.of(workplace(), offline);
        List<RevisionReport> reports = outlook.describe(outlook.resolve(target));
        if (reports.isEmpty()) {
            output().say("\"" + target + "\" stands for no revision.");
        }
        return list(outlook, reports, () -> new RevisionText(output(), outlook).blocks(reports));
    }
}
