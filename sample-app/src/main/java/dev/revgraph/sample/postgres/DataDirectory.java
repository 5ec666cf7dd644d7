package dev.revgraph.sample.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The files of one server: its cluster, its log, and what several applications need to agree on who starts and stops
 * it.
 */
record DataDirectory(Path root) {

    private static final Duration LOCK_WAIT = Duration.ofMinutes(2);

    Path cluster() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    /** The server that runs on this directory, or was running when the machine stopped. */
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.read(cluster().resolve("postmaster.pid"));
    }

    /** Removes what an initdb left that was killed: no application has ever seen that cluster. */
    void discardUnfinishedCluster() throws IOException {
        if (!Files.exists(finished())) {
            FileSystemUtils.deleteRecursively(cluster());
        }
    }

    void markFinished() throws IOException {
        if (!Files.exists(finished())) {
            Files.createFile(finished());
        }
    }

    /**
     * Lets one application at a time find, start or stop the server. The operating system releases the lock when its
     * holder dies.
     */
    FileChannel lock() throws IOException {
        Files.createDirectories(root);
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var deadline = System.nanoTime() + LOCK_WAIT.toNanos();
            while (tryLock(channel).isEmpty()) {
                if (System.nanoTime() > deadline || !Pause.brief()) {
                    throw new IOException("Another application keeps starting or stopping the server of \"" + root
                            + "\". Wait for it, or end it.");
                }
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // Another application context of this JVM has it.
            return Optional.empty();
        }
    }

    private Path finished() {
        return root.resolve("finished");
    }
}
