package dev.revgraph.autoconfigure.metrics;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.MigrationAutoConfiguration;
import dev.revgraph.autoconfigure.status.InquiryConfiguration;
import dev.revgraph.autoconfigure.status.StatusProbes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** Meters about runs and about how databases stand. */
@AutoConfiguration(
        after = MigrationAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({MigrationEngine.class, MeterRegistry.class})
@Import(InquiryConfiguration.class)
public final class MigrationMetricsAutoConfiguration {

    @Bean
    MigrationMetricsListener migrationMetricsListener() {
        return new MigrationMetricsListener();
    }

    @Bean
    MigrationMetricsBinder migrationMetricsBinder(MigrationMetricsListener listener, StatusProbes probes) {
        return new MigrationMetricsBinder(listener, probes);
    }

    @Bean
    @Order(0)
    AlreadyTimed migrationObservationsAlreadyTimed() {
        return new AlreadyTimed();
    }
}
