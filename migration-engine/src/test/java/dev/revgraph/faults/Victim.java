package dev.revgraph.faults;

import dev.revgraph.ErrorCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Whoever runs when the fault strikes: a process of its own if that is what is ended, otherwise a thread. */
final class Victim implements AutoCloseable {

    private final @Nullable InstanceProcess process;

    private Victim(@Nullable InstanceProcess process) {
        this.process = process;
    }

    static Victim of(Fault fault, WarmInstances instances) throws Exception {
        return new Victim(fault.endsProcess() ? instances.take() : null);
    }

    /** Ends with the run; exceptionally if that fails, but not if its process is killed. */
    CompletableFuture<Void> start(Order order) throws Exception {
        InstanceProcess running = process;
        if (running == null) {
            return CompletableFuture.runAsync(() -> order.instance().engine().run(order.move()), Background::start);
        }
        running.give(order);
        return CompletableFuture.runAsync(() -> awaitEnd(running), Background::start);
    }

    private static void awaitEnd(InstanceProcess running) {
        try {
            List<String> said = running.awaitEnd();
            said.stream()
                    .filter(line -> line.startsWith("failed "))
                    .filter(line -> !line.startsWith("failed " + ErrorCode.CONNECTION))
                    .filter(line -> !line.startsWith("failed " + ErrorCode.INTERRUPTED))
                    .findFirst()
                    .ifPresent(line -> {
                        throw new AssertionError(line);
                    });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    void terminate() {
        if (process != null) {
            process.terminate();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
