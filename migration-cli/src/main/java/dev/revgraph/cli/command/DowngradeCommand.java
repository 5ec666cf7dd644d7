package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.StepReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Undoes revisions. */
@Command(
        name = "downgrade",
        header = "Undo revisions down to a target, which itself stays.",
        footer = {
            "",
            "Examples:",
            "  downgrade                   the last one",
            "  downgrade -3                the last three",
            "  downgrade 20250514_hash_api_keys --reason 'errors after release 1.9'",
            "  downgrade base --yes        everything",
            "  downgrade head:-1 --sql > downgrade.sql"
        })
final class DowngradeCommand extends ScriptableCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "-1",
            description = "An id, the beginning of one, -N, base, label@base …; -1 if not given.")
    private String target = "-1";

    @Option(names = "--yes", description = "Really undo everything; \"downgrade base\" asks for it.")
    private boolean yes;

    DowngradeCommand(Tools tools) {
        super(tools);
    }

    @Override
    Move move() {
        return Move.downgrade(Typed.text(target));
    }

    @Override
    void before(Move move) {
        RunReport plan = database().preview(move);
        if (plan.steps().isEmpty()) {
            return;
        }
        output().say("To undo, in this order:");
        output().say(RunText.steps(plan).stripTrailing());
        String typed = Typed.text(target);
        if (!yes && (typed.equals("base") || typed.endsWith("@base"))) {
            List<String> revisions =
                    plan.steps().stream().map(StepReport::revision).toList();
            throw new CommandException(
                    ErrorCode.CONFIRMATION_REQUIRED,
                    "To go down to \"" + typed + "\" undoes " + revisions.size()
                            + (revisions.size() == 1
                                    ? " revision, with the data it holds."
                                    : " revisions, with the data they hold.")
                            + " Nothing has been changed.",
                    "If that is meant, type `downgrade " + typed + " --yes`.",
                    revisions);
        }
    }
}
