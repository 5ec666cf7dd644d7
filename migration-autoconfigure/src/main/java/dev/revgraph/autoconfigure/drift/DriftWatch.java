package dev.revgraph.autoconfigure.drift;

import dev.revgraph.rehearse.SchemaReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Compares a database with its revisions at intervals, beginning when the application has started, on a thread of its own.
 * Each look replays the revisions in a shadow database, so it is meant for hours, not for seconds. Thread-safe.
 */
public final class DriftWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DriftWatch.class);

    /** More than these need not be listed at every health check. */
    private static final int SHOWN = 20;

    private final String database;
    private final Supplier<SchemaReport> look;
    private final Duration interval;
    private final Clock clock;
    private volatile @Nullable DriftSeen seen;
    private @Nullable ScheduledExecutorService thread;

    /** @param look the comparison */
    DriftWatch(String database, Supplier<SchemaReport> look, Duration interval, Clock clock) {
        this.database = database;
        this.look = look;
        this.interval = interval;
        this.clock = clock;
    }

    public String database() {
        return database;
    }

    /** Nothing until there was a first look. */
    public Optional<DriftSeen> seen() {
        return Optional.ofNullable(seen);
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread daemon = new Thread(task, "migrations-drift-" + database);
                daemon.setDaemon(true);
                return daemon;
            });
            // Nobody waits for it, and a look keeps its own failures: see below.
            Future<?> unused = thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            SchemaReport report = look.get();
            List<String> objects = report.differences().stream()
                    .map(item -> item.change() + " " + item.kind() + " " + item.object())
                    .toList();
            tell(objects);
            seen = new DriftSeen(
                    clock.instant(), objects.size(), objects.subList(0, Math.min(objects.size(), SHOWN)), "");
        } catch (RuntimeException failure) {
            log.warn("Database \"{}\" cannot be compared with its revisions: {}", database, failure.getMessage());
            seen = new DriftSeen(clock.instant(), 0, List.of(), String.valueOf(failure.getMessage()));
        }
    }

    private void tell(List<String> objects) {
        if (!objects.isEmpty()) {
            log.atWarn()
                    .addKeyValue("database", database)
                    .addKeyValue("differences", objects.size())
                    .log(
                            "Database \"{}\" is not what its revisions make: {} differences, first: {}. The command `drift`"
                                    + " shows all",
                            database,
                            objects.size(),
                            objects.get(0));
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
