package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
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
final class ShowCommand extends Subcommand {

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
        List<RevisionReport> reports = outlook.describe(outlook.traversal().resolve(target));
        if (json()) {
            output().json(RevisionItem.list(reports));
        } else {
            output().text(new RevisionText(output(), outlook).blocks(reports));
        }
        return ExitCode.DONE;
    }
}
