package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.report.RevisionReport;
import java.util.List;
import java.util.function.Supplier;

/** A command that lists revisions. */
abstract class ListingCommand extends Subcommand {

    ListingCommand(Tools tools) {
        super(tools);
    }

    /**
     * Prints them. Where the files cannot be read, the text shows what is recorded before the command fails; JSON is a
     * single value, so it is the failure.
     */
    final int list(Outlook outlook, List<RevisionReport> reports, Supplier<String> text) {
        if (json()) {
            outlook.requireFiles();
            output().json(RevisionItem.list(reports));
        } else {
            output().text(text.get());
            if (outlook.faulty() != null) {
                output().say("This is what the database has recorded; the files cannot be read.");
            }
            outlook.requireFiles();
        }
        return ExitCode.DONE;
    }
}
