package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that changes what is applied. */
abstract class MoveCommand extends Subcommand {

    @Option(names = "--dry-run", description = "Show what would be done; change nothing.")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    MoveCommand(Tools tools) {
        super(tools);
    }

    /** What is asked for. */
    abstract Move move();

    /** Writes the move down instead of making it, if that is asked for. */
    boolean asScript(Move move, boolean withoutChange) {
        return false;
    }

    /** Shows or asks something before the database is changed. */
    void before(Move move) {}

    @Override
    final int run() {
        Move move = move().because(reason);
        if (asScript(move, dryRun)) {
            return ExitCode.DONE;
        }
        if (dryRun) {
            print(database().preview(move));
            return ExitCode.DONE;
        }
        before(move);
        print(database().run(move));
        return ExitCode.DONE;
    }

    private void print(RunReport report) {
        if (json()) {
            output().json(report);
        } else {
            output().text(RunText.of(report, dryRun));
        }
    }
}
