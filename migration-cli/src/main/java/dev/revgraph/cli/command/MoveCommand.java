package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Makes the move. */
    RunReport carryOut(Move move) {
        return database().run(move);
    }

    /** What is told beside the report, by name. */
    Map<String, Object> besides() {
        return Map.of();
    }

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
        print(carryOut(move));
        return ExitCode.DONE;
    }

    private void print(RunReport report) {
        if (json()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("steps", report.steps());
            told.put("current", report.current());
            told.putAll(besides());
            output().json(told);
        } else {
            output().text(RunText.of(report, dryRun));
        }
    }
}
