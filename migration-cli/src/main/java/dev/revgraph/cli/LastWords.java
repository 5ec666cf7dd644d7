package dev.revgraph.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What a command still has to say when its process is told to end (Ctrl-C, {@code kill}). The engine stops a run by
 * itself then; this keeps the process alive until the command has said where that leaves the database, and ends it with
 * the command's own exit code. A command that changes nothing is not waited for. Thread-safe.
 */
public final class LastWords {

    /** Longer than the engine takes to stop a run. */
    private static final long LONGEST_WAIT_SECONDS = 25;

    private final CountDownLatch said = new CountDownLatch(1);

    private volatile boolean due;
    private volatile int exitCode;

    /** The command has begun to change something. */
    public void becomeDue() {
        due = true;
    }

    /** Runs a command; the result is its exit code. If the process is told to end meanwhile, it ends in here. */
    int await(IntSupplier command) {
        Thread hook = new Thread(this::end, "revgraph-last-words");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            exitCode = command.getAsInt();
        } finally {
            said.countDown();
            forget(hook);
        }
        return exitCode;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is at work and ends the process.
            return;
        }
    }

    /** The shutdown would end in 130 or 143, as if the command had had nothing to say. */
    private void end() {
        if (!due) {
            return;
        }
        try {
            if (said.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException urgent) {
            Thread.currentThread().interrupt();
        }
    }
}
