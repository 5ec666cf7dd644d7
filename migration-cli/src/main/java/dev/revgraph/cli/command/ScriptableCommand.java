package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.backup.Backup;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A move that can be written down as a script instead. */
abstract class ScriptableCommand extends MoveCommand {

    @Option(
            names = "--sql",
            description = "Print a script for psql instead; no database is asked. The target is a range FROM:TO.")
    private boolean sql;

    @Option(
            names = "--backup",
            description = "Back the database up first, if there is something to do (see the command `backup`).")
    private boolean backup;

    private @Nullable Backup made;

    ScriptableCommand(Tools tools) {
        super(tools);
    }

    /** Whether a script is asked for. */
    final boolean isSql() {
        return sql;
    }

    @Override
    RunReport carryOut(Move move) {
        if (backup && !database().preview(move).steps().isEmpty()) {
            backUp();
        }
        return super.carryOut(move);
    }

    /** Makes a backup and tells of it; an empty database needs none. */
    final Optional<Backup> backUp() {
        if (database().status().state() == State.EMPTY) {
            output().say("The database is empty: there is nothing to back up.");
        } else {
            made = BackupWork.create(workplace(), workplace().backupSettings(), output());
            output().say(BackupWork.text(made).stripTrailing());
        }
        return Optional.ofNullable(made);
    }

    @Override
    final Map<String, Object> besides() {
        return made == null ? Map.of() : Map.of("backup", made);
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
        if (backup) {
            throw usage("`--sql` asks no database, so there is nothing to back up: leave out `--backup`.");
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
