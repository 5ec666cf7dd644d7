package dev.revgraph.autoconfigure.metrics;

import dev.revgraph.autoconfigure.status.StatusProbes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Hands registries the gauges, and what was heard of runs before there was a registry. */
final class MigrationMetricsBinder implements MeterBinder {

    private final MigrationMetricsListener listener;
    private final StatusProbes probes;

    MigrationMetricsBinder(MigrationMetricsListener listener, StatusProbes probes) {
        this.listener = listener;
        this.probes = probes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        MigrationMetrics metrics = new MigrationMetrics(registry);
        probes.byDatabase().forEach(metrics::gauges);
        listener.bind(metrics);
    }
}
