package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What state is this database in. */
@Command(
        name = "status",
        header = "Say how the database stands to the revisions.",
        footer = {
            "",
            "Examples:",
            "  status",
            "  status --exit-code          in a script: exit code 3 if something is pending",
            "  status --format json"
        })
final class StatusCommand extends Subcommand {

    @Option(names = "--exit-code", description = "Exit with 3 if revisions are pending or a problem must be settled.")
    private boolean exitCode;

    StatusCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Status status = database().status();
        if (json()) {
            output().json(status);
        } else {
            output().text(new StatusText(output(), status, database()).text());
        }
        boolean settled = status.pending().isEmpty() && status.state() != State.INVALID;
        return exitCode && !settled ? ExitCode.NOT_SO : ExitCode.DONE;
    }
}
