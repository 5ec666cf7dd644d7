package dev.revgraph.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A backup that is complete. Immutable.
 *
 * @param file in {@code pg_dump}'s custom format
 * @param manifest what is kept beside it
 * @param database its name
 * @param createdAt when it was begun; what was committed later is not in it
 * @param current the database's heads then
 * @param tables how many were counted
 * @param rows of all tables
 * @param bytes size of the file
 * @param sha256 checksum of the file
 * @param removed older backups that the number to keep leaves no room for
 */
public record Backup(
        Path file,
        Path manifest,
        String database,
        Instant createdAt,
        List<String> current,
        int tables,
        long rows,
        long bytes,
        String sha256,
        List<Path> removed) {

    public Backup {
        current = List.copyOf(current);
        removed = List.copyOf(removed);
    }

    static Backup of(Path file, Manifest manifest, List<Path> removed) {
        return new Backup(
                file,
                Manifest.beside(file),
                manifest.database(),
                manifest.createdAt(),
                manifest.contents().current(),
                manifest.contents().rows().size(),
                manifest.contents().rowsInAll(),
                manifest.bytes(),
                manifest.sha256(),
                removed);
    }
}
