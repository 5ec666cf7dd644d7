package dev.revgraph.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a restore would do. Immutable.
 *
 * @param file the backup, complete as its checksum says
 * @param from the database that was backed up
 * @param createdAt when
 * @param current the heads that the database will be at
 * @param database the one that it is restored into
 * @param replaces whether there is a database of that name, which is replaced
 * @param currentBefore the heads that the replaced database is at
 * @param tablesBefore how many tables it has
 * @param sessions how many others are connected to it; they are ended
 * @param remarks what will not be as it was, as sentences
 */
public record RestorePlan(
        Path file,
        String from,
        Instant createdAt,
        List<String> current,
        String database,
        boolean replaces,
        List<String> currentBefore,
        int tablesBefore,
        int sessions,
        List<String> remarks) {

    public RestorePlan {
        current = List.copyOf(current);
        currentBefore = List.copyOf(currentBefore);
        remarks = List.copyOf(remarks);
    }
}
