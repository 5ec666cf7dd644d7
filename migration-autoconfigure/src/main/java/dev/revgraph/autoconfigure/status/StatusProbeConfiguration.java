package dev.revgraph.autoconfigure.status;

import dev.revgraph.MigrationEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by whatever needs to know how databases stand. */
@Configuration(proxyBeanMethods = false)
public class StatusProbeConfiguration {

    @Bean
    StatusProbes migrationStatusProbes(ObjectProvider<MigrationEngine> engines) {
        return new StatusProbes(engines.stream().toList(), StatusProbe.Timing.usual());
    }
}
