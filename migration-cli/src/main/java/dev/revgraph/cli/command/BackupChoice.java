package dev.revgraph.cli.command;

import dev.revgraph.backup.BackupSettings;
import dev.revgraph.backup.ClientPrograms;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where PostgreSQL's programs are. */
final class BackupChoice {

    @Option(
            names = "--programs",
            paramLabel = "DIR",
            description = "Folder of pg_dump and pg_restore. Otherwise MIGRATION_BACKUP_PROGRAMS, PATH, or where"
                    + " distributions put several versions side by side.")
    private @Nullable Path programs;

    BackupSettings in(BackupSettings usual) {
        return programs == null
                ? usual
                : new BackupSettings(usual.folder(), usual.keep(), new ClientPrograms("", programs), usual.schema());
    }
}
