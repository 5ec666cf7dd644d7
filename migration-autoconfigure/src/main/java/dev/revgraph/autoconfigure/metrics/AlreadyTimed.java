package dev.revgraph.autoconfigure.metrics;

import dev.revgraph.autoconfigure.observation.MigrationObservationContext;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;

/**
 * Makes no meters from the observations of migrations: {@link MigrationMetrics} has timed what they are about, also where
 * nothing is observed. The handler for everything else would add a second timer of the same name with other tags, which
 * Prometheus refuses.
 */
final class AlreadyTimed implements MeterObservationHandler<MigrationObservationContext> {

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof MigrationObservationContext;
    }
}
