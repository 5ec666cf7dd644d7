package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.plan.Move;
import picocli.CommandLine.Option;

/** A move that can be written down as a script instead. */
abstract class ScriptableCommand extends MoveCommand {

    @Option(
            names = "--sql",
            description = "Print a script for psql instead; no database is asked. The target is a range FROM:TO.")
    private boolean sql;

    ScriptableCommand(Tools tools) {
        super(tools);
    }

    /** Whether a script is asked for. */
    final boolean isSql() {
        return sql;
    }

    @Override
    final boolean asScript(Move move, boolean dryRun) {
        String target = move.targets().get(0);
        if (!sql) {
            if (target.indexOf(':') >= 0) {
                throw usage(
                        "\"" + target + "\" is a range, which is for `--sql`: without it, the database says where it"
                                + " begins. Type `" + move.direction().text() + " "
                                + target.substring(target.indexOf(':') + 1) + "`.");
            }
            return false;
        }
        if (json() || dryRun) {
            throw usage("`--sql` prints SQL and changes nothing: leave out "
                    + (json() ? "`--format json`" : "`--dry-run`") + ".");
        }
        output().text(script(move));
        return true;
    }

    private String script(Move move) {
        MigrationEngine engine = workplace().offlineEngine();
        try {
            return engine.script(move);
        } catch (MigrationException refused) {
            throw refused.code() == ErrorCode.USAGE ? usage(refused.getMessage() + " " + refused.action()) : refused;
        }
    }
}
