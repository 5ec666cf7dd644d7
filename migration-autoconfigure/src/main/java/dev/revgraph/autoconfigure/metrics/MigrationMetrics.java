package dev.revgraph.autoconfigure.metrics;

import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.status.StatusProbe;
import dev.revgraph.report.Status;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RunFinished;
import dev.revgraph.run.MigrationEvent.RunRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
                "revisions",
                "Revisions that wait to be applied",
                database,
                probe,
                status -> status.pending().size());
        gauge("migrations.applied", "revisions", "Applied revisions", database, probe, Status::applied);
        gauge(
                "migrations.heads",
                "heads",
                "Current heads",
                database,
                probe,
                status -> status.current().size());
        // Visible at zero, so that a rate can be taken from the first one on.
        lockRetries(database);
    }

    private void gauge(
            String name,
            String unit,
            String description,
            String database,
            StatusProbe probe,
            ToIntFunction<Status> value) {
        Gauge.builder(
                        name,
                        probe,
                        asked -> asked.ask()
                                .ifKnown()
                                .map(status -> (double) value.applyAsInt(status))
                                .orElse(Double.NaN))
                .description(description)
                .baseUnit(unit)
                .tag(DATABASE, database)
                .strongReference(true)
                .register(registry);
    }

    void record(MigrationEvent event) {
        if (event instanceof RunFinished run) {
            run(run.database(), run.operation(), run.failure()).record(run.took());
            if (run.failure() != null) {
                failures(run.database(), run.failure()).increment();
            }
        } else if (event instanceof RunRefused refused) {
            failures(refused.database(), refused.failure()).increment();
        } else if (event instanceof RevisionFinished done) {
            revision(done.database(), done.direction(), null).record(done.took());
        } else if (event instanceof RevisionFailed bad) {
            revision(bad.database(), bad.direction(), bad.failure()).record(bad.took());
        } else if (event instanceof LockRetried retried) {
            lockRetries(retried.database()).increment();
        }
    }

    private Timer run(String database, String operation, @Nullable MigrationException failure) {
        return Timer.builder("migrations.run")
                .description("Runs that had something to do")
                .tags(DATABASE, database, "operation", operation, "outcome", outcome(failure))
                .register(registry);
    }

    private Timer revision(String database, String direction, @Nullable MigrationException failure) {
        return Timer.builder("migrations.revision")
                .description("Revisions that were applied or undone, or failed")
                .tags(DATABASE, database, "direction", direction, "outcome", outcome(failure))
                .register(registry);
    }

    private Counter failures(String database, MigrationException failure) {
        return Counter.builder("migrations.failures")
                .description("Runs that failed or were refused, by error code")
                .baseUnit("failures")
                .tags(DATABASE, database, "code", failure.code().text())
                .register(registry);
    }

    private Counter lockRetries(String database) {
        return Counter.builder("migrations.lock.retries")
                .description("Waits for a lock that were in vain and are tried again")
                .baseUnit("retries")
                .tag(DATABASE, database)
                .register(registry);
    }

    private static String outcome(@Nullable MigrationException failure) {
        return failure == null ? "done" : "failed";
    }
}
