package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.backup.RestorePlan;
import dev.revgraph.backup.Restored;
import dev.revgraph.backup.Restores;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.ExitCode;
import dev.revgraph.cli.output.Durations;
import dev.revgraph.schema.model.SqlName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the database. */
@Command(
        name = "restore",
        header = "Put a backup in the place of the database.",
        footer = {
            "",
            "The backup is read into a fresh database and counted. Only then it takes the name of the old one, which stays",
            "under another name until somebody drops it. Without --yes it says what it would do.",
            "",
            "Examples:",
            "  restore migration-backups/shop-20260304T050607Z.dump",
            "  restore migration-backups/shop-20260304T050607Z.dump --yes",
            "  restore migration-backups/shop-20260304T050607Z.dump --to shop_copy --yes"
        })
final class RestoreCommand extends Subcommand {

    @Parameters(paramLabel = "FILE", description = "What `backup` has written; its manifest is beside it.")
    private @Nullable Path file;

    @Option(
            names = "--to",
            paramLabel = "DATABASE",
            description = "Another database of the same server to restore into; made if missing.")
    private @Nullable String database;

    @Option(names = "--yes", description = "Really replace the database.")
    private boolean yes;

    @Mixin
    private final BackupChoice choice = new BackupChoice();

    RestoreCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        database();
        Restores restores = new Restores(
                workplace().login(), choice.in(workplace().backupSettings()), line -> BackupWork.tell(output(), line));
        RestorePlan plan = restores.plan(Objects.requireNonNull(file, "Required by picocli."), database);
        output().say(text(plan));
        if (!yes) {
            throw new CommandException(
                    ErrorCode.CONFIRMATION_REQUIRED,
                    plan.replaces()
                            ? "To restore the backup replaces the database \"" + plan.database()
                                    + "\". Nothing has been changed."
                            : "To restore the backup makes the database \"" + plan.database()
                                    + "\". Nothing has been changed.",
                    "If that is meant, type `restore " + file + (database == null ? "" : " --to " + database)
                            + " --yes`.",
                    plan.current());
        }
        Restored restored = restores.restore(plan);
        if (json()) {
            output().json(Map.of("restored", restored));
        } else {
            output().text(text(restored));
        }
        return ExitCode.DONE;
    }

    private static String text(RestorePlan plan) {
        StringBuilder text = new StringBuilder("The backup is of \"" + plan.from() + "\" at " + plan.createdAt()
                + ", at " + RunText.names(plan.current()) + ".");
        if (plan.replaces()) {
            text.append("\nIt takes the place of \"")
                    .append(plan.database())
                    .append("\", which is at ")
                    .append(RunText.names(plan.currentBefore()))
                    .append(" and has ")
                    .append(plan.tablesBefore())
                    .append(" tables. ")
                    .append(plan.sessions())
                    .append(plan.sessions() == 1 ? " session is ended." : " sessions are ended.");
        } else {
            text.append("\nThere is no database \"").append(plan.database()).append("\" yet.");
        }
        plan.remarks().forEach(remark -> text.append('\n').append(remark));
        return text.toString();
    }

    private static String text(Restored restored) {
        String kept = restored.kept() == null
                ? ""
                : "The old one is kept as \"" + restored.kept() + "\"; when nobody needs it: DROP DATABASE "
                        + SqlName.quoted(restored.kept()) + ".\n";
        return "Restored \"" + restored.database() + "\" in " + Durations.of(Duration.ofMillis(restored.millis()))
                + "; "
                + restored.tables() + " tables with " + restored.rows() + " rows are as they were; the database is at "
                + RunText.names(restored.current()) + ".\n" + kept;
    }
}
