package dev.revgraph.autoconfigure.observation;

import dev.revgraph.MigrationException;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import dev.revgraph.run.MigrationEvent.RunFinished;
import dev.revgraph.run.MigrationEvent.RunStarted;
import dev.revgraph.run.MigrationListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes observations of runs and their revisions, once the application has its beans. The run at start-up is not
 * observed: it comes before what observes (its timers are kept all the same). Thread-safe; the events of one run come on
 * one thread.
 */
final class MigrationObservations implements MigrationListener, SmartInitializingSingleton {

    private final ObjectProvider<ObservationRegistry> registries;
    private final Map<Thread, Run> running = new ConcurrentHashMap<>();
    private volatile @Nullable ObservationRegistry registry;

    MigrationObservations(ObjectProvider<ObservationRegistry> registries) {
        this.registries = registries;
    }

    @Override
    public void afterSingletonsInstantiated() {
        registry = registries.getIfUnique();
    }

    @Override
    public void on(MigrationEvent event) {
        ObservationRegistry to = registry;
        if (to != null && event instanceof RunStarted started) {
            running.put(Thread.currentThread(), new Run(to, started));
        }
        Run run = running.get(Thread.currentThread());
        if (run == null) {
            return;
        }
        if (event instanceof RevisionStarted started) {
            run.begin(to, started);
        } else if (event instanceof RevisionFinished) {
            run.end(null);
        } else if (event instanceof RevisionFailed failed) {
            run.end(failed.failure());
        } else if (event instanceof RunFinished finished) {
            running.remove(Thread.currentThread());
            run.finish(finished.failure());
        }
    }

    /** The observations of a run in progress: its own, and that of the revision at work. */
    private static final class Run {

        private final Observation whole;
        private @Nullable Observation revision;

        Run(ObservationRegistry registry, RunStarted started) {
            whole = Observation.createNotStarted(
                            "migrations.run", () -> new MigrationObservationContext(started.database()), registry)
                    .contextualName("migrations " + started.operation())
                    .lowCardinalityKeyValue("database", started.database())
                    .lowCardinalityKeyValue("operation", started.operation())
                    .start();
        }

        void begin(@Nullable ObservationRegistry registry, RevisionStarted started) {
            end(null);
            revision = Observation.createNotStarted(
                            "migrations.revision", () -> new MigrationObservationContext(started.database()), registry)
                    .contextualName("migrations " + started.direction() + " " + started.revision())
                    .parentObservation(whole)
                    .lowCardinalityKeyValue("database", started.database())
                    .lowCardinalityKeyValue("direction", started.direction())
                    .highCardinalityKeyValue("revision", started.revision())
                    .start();
        }

        void end(@Nullable MigrationException failure) {
            if (revision != null) {
                stop(revision, failure);
                revision = null;
            }
        }

        void finish(@Nullable MigrationException failure) {
            end(failure);
            stop(whole, failure);
        }

        private static void stop(Observation observation, @Nullable MigrationException failure) {
            if (failure != null) {
                observation.error(failure);
            }
            observation.stop();
        }
    }
}
