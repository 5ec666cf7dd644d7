package dev.revgraph.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Processes that are given their orders at the same moment. */
final class Crowd implements AutoCloseable {

    private final List<InstanceProcess> processes = new ArrayList<>();

    /** Starts them all, and lets none begin before the last one is ready. */
    static Crowd start(int size, Order order) throws IOException, InterruptedException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < size; i++) {
            crowd.processes.add(InstanceProcess.prepare());
        }
        for (InstanceProcess process : crowd.processes) {
            process.await("ready"::equals);
        }
        for (InstanceProcess process : crowd.processes) {
            process.give(order);
        }
        return crowd;
    }

    void awaitSuccess() throws InterruptedException {
        for (InstanceProcess process : processes) {
            process.awaitSuccess();
        }
    }

    /** Those that have said something of a kind. */
    List<InstanceProcess> whoSaid(Predicate<String> line) {
        return processes.stream()
                .filter(process -> process.said().stream().anyMatch(line))
                .toList();
    }

    /** One of them leaves. */
    void kill(InstanceProcess process) {
        process.close();
        processes.remove(process);
    }

    @Override
    public void close() {
        processes.forEach(InstanceProcess::kill);
        processes.forEach(InstanceProcess::close);
    }
}
