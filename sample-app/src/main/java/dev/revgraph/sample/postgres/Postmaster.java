package dev.revgraph.sample.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server process as it describes itself in {@code postmaster.pid}. It outlives an application that is killed, so the
 * next one looks for it here.
 */
record Postmaster(Path file, long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    /** Empty where no server runs: no file, or the file of a server that died with its machine. */
    static Optional<Postmaster> read(Path file) throws IOException {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var pid = Long.parseLong(lines.get(PID_LINE).strip());
            var port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return Optional.of(new Postmaster(file, pid, port)).filter(Postmaster::alive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException("\"" + file + "\" is not the file of a PostgreSQL server.", e);
        }
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** False once it is dead, or plainly another program that was given the number of a dead server. */
    boolean mayBeServer() {
        return alive()
                && ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    /** Asks the server to stop once nobody is connected, and waits until it has removed its file. */
    boolean stop() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        var deadline = System.nanoTime() + STOP_WAIT.toNanos();
        while (Files.exists(file)) {
            if (System.nanoTime() > deadline || !Pause.brief()) {
                return false;
            }
        }
        return true;
    }
}
