package dev.revgraph.autoconfigure.metrics;

import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Hears of runs from the first one on, which happens at start-up, before any meter registry exists; keeps what it heard
 * until there is one. To ask for a registry earlier would create much of the application before its database is ready.
 * Thread-safe.
 */
final class MigrationMetricsListener implements MigrationListener {

    private final List<MigrationEvent> kept = new ArrayList<>();
    private final List<MigrationMetrics> bound = new ArrayList<>();

    @Override
    public synchronized void on(MigrationEvent event) {
        if (bound.isEmpty()) {
            kept.add(event);
        } else {
            bound.forEach(metrics -> metrics.record(event));
        }
    }

    synchronized void bind(MigrationMetrics metrics) {
        kept.forEach(metrics::record);
        kept.clear();
        bound.add(metrics);
    }
}
