package dev.revgraph.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Processes that are started ahead, because a JVM takes longer to start than a run does. Not thread-safe. */
final class WarmInstances implements AutoCloseable {

    private static final int AHEAD = 2;

    private final Deque<InstanceProcess> prepared = new ArrayDeque<>();

    /** One that is ready; another one is started in its place. */
    InstanceProcess take() throws IOException, InterruptedException {
        while (prepared.size() <= AHEAD) {
            prepared.add(InstanceProcess.prepare());
        }
        InstanceProcess next = prepared.remove();
        next.await("ready"::equals);
        return next;
    }

    @Override
    public void close() {
        prepared.forEach(InstanceProcess::close);
    }
}
