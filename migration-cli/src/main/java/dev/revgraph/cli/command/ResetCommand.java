package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.ExitCode;
import dev.revgraph.plan.Move;
import dev.revgraph.rehearse.Clearance;
import dev.revgraph.report.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Begins a database anew. */
@Command(
        name = "reset",
        header = "Drop what the revisions have made, with all rows, and apply them anew.",
        footer = {
            "",
            "What the revisions made is found out by a replay in a shadow database. Where there are other objects, nothing",
            "is dropped unless --keep-others says that they may stay. Without --yes it says what it would do.",
            "",
            "Examples:",
            "  reset",
            "  reset --yes",
            "  reset --yes --keep-others"
        })
final class ResetCommand extends Subcommand {

    @Option(names = "--yes", description = "Really drop it.")
    private boolean yes;

    @Option(names = "--keep-others", description = "Leave alone what no revision has made.")
    private boolean keepOthers;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    @Mixin
    private final ShadowChoice shadow = new ShadowChoice();

    ResetCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        MigrationEngine engine = database();
        Clearance clearance = engine.clearance(shadow.in(workplace()));
        list("To drop, with all rows:", clearance.dropped());
        list("No revision has made:", clearance.others());
        refuse(clearance);
        engine.clear(clearance, reason);
        RunReport report = engine.run(Move.upgrade(engine.settings().target()).because(reason));
        print(clearance, report);
        return ExitCode.DONE;
    }

    private void list(String title, List<String> objects) {
        if (!objects.isEmpty()) {
            output().say(title);
            objects.forEach(object -> output().say("  " + object));
        }
    }

    private void refuse(Clearance clearance) {
        if (!clearance.others().isEmpty() && !keepOthers) {
            throw new CommandException(
                    ErrorCode.FOREIGN_OBJECTS,
                    "The database holds what no revision has made: " + String.join(", ", clearance.others())
                            + ". Nothing has been changed.",
                    "Take it into the revisions, drop it, or, if it may stay where it is, type `reset --keep-others"
                            + (yes ? " --yes" : "") + "`.",
                    List.of());
        }
        if (!yes) {
            throw new CommandException(
                    ErrorCode.CONFIRMATION_REQUIRED,
                    "A reset drops " + clearance.dropped().size() + " objects with the rows they hold, and applies the"
                            + " revisions anew. Nothing has been changed.",
                    "If that is meant, type `reset --yes" + (keepOthers ? " --keep-others" : "") + "`.",
                    clearance.current());
        }
    }

    private void print(Clearance clearance, RunReport report) {
        if (json()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("dropped", clearance.dropped());
            told.put("kept", clearance.others());
            told.put("steps", report.steps());
            told.put("current", report.current());
            output().json(told);
        } else {
            output().text("Dropped " + clearance.dropped().size() + " objects. " + RunText.of(report, false));
        }
    }
}
