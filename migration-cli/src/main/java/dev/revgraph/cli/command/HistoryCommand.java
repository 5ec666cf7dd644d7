package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.RevisionReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The revisions, newest first; or what was done to the database. */
@Command(
        name = "history",
        header = "List the revisions, newest first, or what was done to the database.",
        footer = {
            "",
            "Examples:",
            "  history",
            "  history -v                  who applied them, when, how long it took",
            "  history -r current:head     what an upgrade would add",
            "  history --log               the log of all runs, with their reasons"
        })
final class HistoryCommand extends ListingCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Say all there is to say about each.")
    private boolean verbose;

    @Option(
            names = {"-r", "--range"},
            paramLabel = "LOWER:UPPER",
            description = "Only these; either side may be left out.")
    private @Nullable String range;

    @Option(names = "--log", description = "List what was done to the database instead.")
    private boolean log;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines of the log, ${DEFAULT-VALUE} if not given.")
    private int limit;

    @Option(names = "--offline", description = "Ask no database.")
    private boolean offline;

    HistoryCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        if (log) {
            return printLog();
        }
        Outlook outlook = Outlook.of(workplace(), offline);
        List<RevisionReport> reports = outlook.describe(outlook.newestFirst(range));
        RevisionText text = new RevisionText(output(), outlook);
        return list(outlook, reports, () -> verbose ? text.blocks(reports) : text.table(reports));
    }

    private int printLog() {
        if (limit < 1) {
            throw usage("\"--limit\" is " + limit + "; the log is shown in lines, at least one.");
        }
        HistoryPage page = database().history(0, limit);
        if (json()) {
            output().json(page);
        } else {
            output().text(LogText.of(page, output()));
        }
        return ExitCode.DONE;
    }
}
