package dev.revgraph.autoconfigure.observation;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.MigrationAutoConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Observations of runs. */
@AutoConfiguration(
        after = MigrationAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({MigrationEngine.class, ObservationRegistry.class})
public final class MigrationObservationAutoConfiguration {

    @Bean
    MigrationObservations migrationObservations(ObjectProvider<ObservationRegistry> registries) {
        return new MigrationObservations(registries);
    }
}
