package dev.revgraph.cli.command;

import dev.revgraph.backup.Backup;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.backup.Backups;
import dev.revgraph.cli.Workplace;
import dev.revgraph.cli.output.Output;

/** A backup as part of a command: its progress goes to the person, its result to who asked for it. */
final class BackupWork {

    private BackupWork() {}

    static Backup create(Workplace workplace, BackupSettings settings, Output output) {
        Backup backup = new Backups(workplace.login(), settings, line -> tell(output, line)).create();
        backup.removed().forEach(old -> output.say("Removed the older backup " + old + "."));
        return backup;
    }

    static void tell(Output output, String line) {
        if (output.live()) {
            output.sayForNow("  " + line);
        } else {
            output.say("  " + line);
        }
    }

    /** One line about a backup that is complete. */
    static String text(Backup backup) {
        return "Backed up: " + backup.file() + " (" + size(backup.bytes()) + "; " + backup.tables() + " tables, "
                + backup.rows() + " rows, at " + RunText.names(backup.current()) + ").\n";
    }

    private static String size(long bytes) {
        return bytes < 10 << 20 ? (bytes + 1023) / 1024 + " kB" : (bytes + (1 << 19)) / (1 << 20) + " MB";
    }
}
