package dev.revgraph.cli.command;

import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies what is pending. */
@Command(
        name = "upgrade",
        header = "Apply revisions up to a target, with everything they need.",
        footer = {
            "",
            "Examples:",
            "  upgrade                     everything up to the head",
            "  upgrade +1                  the next one",
            "  upgrade 20250515_add_usage_logs",
            "  upgrade billing@head --dry-run",
            "  upgrade --safe --rollback-on-failure",
            "  upgrade 20250515_add_usage_logs:head --sql > upgrade.sql"
        })
final class UpgradeCommand extends ScriptableCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "An id, the beginning of one, head, heads, +N, label@head …; head if not given"
                    + " (migration.target of an application).")
    private @Nullable String target;

    @Option(
            names = "--safe",
            description = "Validate, back up, upgrade, and look whether all is well; if not, say how to go back.")
    private boolean safe;

    @Option(
            names = "--rollback-on-failure",
            description = "With --safe: undo what this upgrade has applied if it fails.")
    private boolean rollback;

    UpgradeCommand(Tools tools) {
        super(tools);
    }

    @Override
    RunReport carryOut(Move move) {
        if (rollback && !safe) {
            throw usage("`--rollback-on-failure` goes with `--safe`.");
        }
        return safe
                ? new SafeUpgrade(database(), workplace().backupSettings(), output(), this::backUp).run(move, rollback)
                : super.carryOut(move);
    }

    @Override
    Move move() {
        if (target == null) {
            // The script goes where the settings say, which are read without a database then.
            return Move.upgrade(isSql() ? ":" : engine().settings().target());
        }
        return Move.upgrade(Typed.text(target));
    }
}
