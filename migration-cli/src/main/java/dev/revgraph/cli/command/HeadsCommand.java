package dev.revgraph.cli.command;

import dev.revgraph.report.RevisionReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Show the heads of the revision files. */
@Command(
        name = "heads",
        header = "Show the heads of the revision files.",
        footer = {"", "Examples:", "  heads", "  heads --resolve-dependencies"})
final class HeadsCommand extends ListingCommand {

    @Option(names = "--resolve-dependencies", description = "Leave out the heads that another revision depends on.")
    private boolean resolveDependencies;

    HeadsCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Outlook outlook = Outlook.ofFiles(engine());
        List<RevisionReport> reports = outlook.describe(
                resolveDependencies
                        ? outlook.graph().realHeads()
                        : outlook.graph().heads());
        return list(outlook, reports, () -> new RevisionText(output(), outlook).table(reports));
    }
}
