package dev.revgraph.autoconfigure.metrics;

import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.status.StatusProbe;
import dev.revgraph.report.Status;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RunFinished;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The meters, all tagged with the database's name. No revision is a tag: every one would be a time series for ever. */
final class MigrationMetrics {

    private static final String DATABASE = "database";

    private final MeterRegistry registry;

    MigrationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void gauges(String database, StatusProbe probe) {
        gauge(
                "migrations.pending",
                "Revisions that are not applied",
                database,
                probe,
                status -> status.pending().size());
        gauge("migrations.applied", "Revisions that are applied", database, probe, Status::applied);
        gauge(
                "migrations.heads",
                "Current heads of the database",
                database,
                probe,
                status -> status.current().size());
        // Visible at zero, so that a rate can be taken from the first one on.
        registry.counter("migrations.lock.retries", DATABASE, database);
    }

    private void gauge(
            String name, String description, String database, StatusProbe probe, ToIntFunction<Status> value) {
        Gauge.builder(
                        name,
                        probe,
                        asked -> asked.ask()
                                .ifKnown()
                                .map(status -> (double) value.applyAsInt(status))
                                .orElse(Double.NaN))
                .description(description)
                .tag(DATABASE, database)
                .strongReference(true)
                .register(registry);
    }

    void record(MigrationEvent event) {
        if (event instanceof RunFinished run) {
            time("migrations.run", run.database(), "operation", run.operation(), run.failure(), run.took());
            if (run.failure() != null) {
                registry.counter(
                                "migrations.failures",
                                DATABASE,
                                run.database(),
                                "code",
                                run.failure().code().text())
                        .increment();
            }
        } else if (event instanceof RevisionFinished done) {
            time("migrations.revision", done.database(), "direction", done.direction(), null, done.took());
        } else if (event instanceof RevisionFailed bad) {
            time("migrations.revision", bad.database(), "direction", bad.direction(), bad.failure(), bad.took());
        } else if (event instanceof LockRetried retried) {
            registry.counter("migrations.lock.retries", DATABASE, retried.database())
                    .increment();
        }
    }

    private void time(
            String name,
            String database,
            String kind,
            String kindValue,
            @Nullable MigrationException failure,
            Duration took) {
        registry.timer(name, DATABASE, database, kind, kindValue, "outcome", failure == null ? "done" : "failed")
                .record(took);
    }
}
