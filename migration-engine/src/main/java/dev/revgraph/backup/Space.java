package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a backup finds room: half of what the tables take, since it is compressed and holds no indexes. */
final class Space {

    private static final int COMPRESSED_TO = 2;
    private static final long MEGABYTE = 1 << 20;

    private Space() {}

    static void require(Path folder, long tableBytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long wanted = tableBytes / COMPRESSED_TO;
        if (free < wanted) {
            throw new BackupException(
                    ErrorCode.DISK_FULL,
                    "A backup may take " + megabytes(wanted) + " (the tables take " + megabytes(tableBytes)
                            + "), and the folder \"" + folder + "\" has room for " + megabytes(free)
                            + ". Nothing has been changed.",
                    "Make room, or name another folder with `--output DIR` or `migration.backup.folder`.");
        }
    }

    private static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
