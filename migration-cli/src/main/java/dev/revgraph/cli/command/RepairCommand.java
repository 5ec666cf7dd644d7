package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.plan.Repair;
import dev.revgraph.report.RepairReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Settles what needs a person's decision. */
@Command(
        name = "repair",
        header = "Show what needs a decision, or record one; the schema stays as it is.",
        description = "Without a decision nothing is changed; the exit code is 3 if there is something to decide.",
        footer = {
            "",
            "Examples:",
            "  repair                                      what is wrong, and the ways out",
            "  repair --done                               the statement that was cut off took effect",
            "  repair --again --reason 'no row was moved'  it did not: run it again",
            "  repair --end --reason 'its host is gone'    nobody is to wait for the session at work",
            "  repair --accept-modified 20250515_add_usage_logs"
        })
final class RepairCommand extends Subcommand {

    /** One decision at a time. */
    static final class Decision {

        @Option(
                names = "--done",
                paramLabel = "REV",
                arity = "0..1",
                fallbackValue = "",
                description = "The interrupted statement of this revision took effect.")
        private @Nullable String done;

        @Option(
                names = "--again",
                paramLabel = "REV",
                arity = "0..1",
                fallbackValue = "",
                description = "It did not take effect: the next run begins with it.")
        private @Nullable String again;

        @Option(
                names = "--end",
                paramLabel = "REV",
                arity = "0..1",
                fallbackValue = "",
                description = "End the session that is at work on this revision outside a transaction.")
        private @Nullable String end;

        @Option(
                names = "--accept-modified",
                paramLabel = "REV",
                split = ",",
                description = "The changed file of an applied revision is right; may be repeated.")
        private @Nullable List<String> accepted;

        @Option(
                names = "--forget",
                paramLabel = "ROW",
                description = "Remove a row that no revision can have written; may be repeated.")
        private @Nullable List<String> forgotten;

        @Nullable Repair repair() {
            if (done != null) {
                return Repair.done(named(done));
            }
            if (again != null) {
                return Repair.again(named(again));
            }
            if (end != null) {
                return Repair.end(named(end));
            }
            if (accepted != null) {
                return Repair.acceptModified(accepted);
            }
            return forgotten == null ? null : Repair.forget(forgotten);
        }

        private static @Nullable String named(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Decision decision;

    @Option(names = "--dry-run", description = "Show what would be recorded; change nothing.")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    RepairCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Repair repair = decision == null ? null : decision.repair();
        if (repair == null) {
            RepairReport needed = database().repairs();
            print(needed, needed.repairs().isEmpty() ? "Nothing to repair.\n" : "");
            return needed.repairs().isEmpty() ? ExitCode.DONE : ExitCode.NOT_SO;
        }
        Repair explained = repair.because(reason);
        print(
                dryRun ? database().preview(explained) : database().repair(explained),
                dryRun ? "Nothing is changed yet.\n" : "Recorded; `history --log` shows it.\n");
        return ExitCode.DONE;
    }

    private void print(RepairReport report, String end) {
        if (json()) {
            output().json(report);
        } else {
            output().text(RepairText.of(report) + end);
        }
    }
}
