package dev.revgraph.cli.command;

import dev.revgraph.backup.Backup;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.cli.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the database to a file. */
@Command(
        name = "backup",
        header = "Back the database up with pg_dump, and keep beside the file what is in it.",
        footer = {
            "",
            "The database is only read, in one snapshot. The way back is `restore FILE`.",
            "",
            "Examples:",
            "  backup",
            "  backup --output /var/backups/shop --keep 7"
        })
final class BackupCommand extends Subcommand {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder that it goes to; made if missing. Otherwise MIGRATION_BACKUP_FOLDER, or"
                    + " migration-backups.")
    private @Nullable Path folder;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Remove the oldest backups of this database in the folder, so that N remain.")
    private @Nullable Integer keep;

    @Mixin
    private final BackupChoice choice = new BackupChoice();

    BackupCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        database();
        if (keep != null && keep < 1) {
            throw usage("`--keep " + keep + "` would leave no backup. Leave it out to keep all.");
        }
        BackupSettings usual = choice.in(workplace().backupSettings());
        Backup backup = BackupWork.create(
                workplace(),
                new BackupSettings(
                        folder == null ? usual.folder() : folder,
                        keep == null ? usual.keep() : keep,
                        usual.programs(),
                        usual.schema()),
                output());
        if (json()) {
            output().json(Map.of("backup", backup));
        } else {
            output().text(BackupWork.text(backup));
            output().say("The way back: `restore " + backup.file() + "`.");
        }
        return ExitCode.DONE;
    }
}
