package dev.revgraph.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How backups are made. Immutable.
 *
 * @param folder where they go; made if it is missing
 * @param keep how many of one database are kept there; 0 for all
 * @param programs where PostgreSQL's programs are
 * @param schema of the migration tables; {@code null} for the connection's current one
 */
public record BackupSettings(
        Path folder,
        int keep,
        ClientPrograms programs,
        @Nullable String schema) {

    /** Where backups go if nobody says otherwise: beside what runs. */
    public static final String USUAL_FOLDER = "migration-backups";

    public BackupSettings {
        if (keep < 0) {
            throw new IllegalArgumentException("A number of backups to keep is not negative.");
        }
    }
}
