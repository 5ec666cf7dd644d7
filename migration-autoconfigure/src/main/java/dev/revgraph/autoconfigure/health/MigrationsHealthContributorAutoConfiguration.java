package dev.revgraph.autoconfigure.health;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.MigrationAutoConfiguration;
import dev.revgraph.autoconfigure.MigrationProperties;
import dev.revgraph.autoconfigure.drift.DriftAutoConfiguration;
import dev.revgraph.autoconfigure.drift.DriftWatch;
import dev.revgraph.autoconfigure.status.InquiryConfiguration;
import dev.revgraph.autoconfigure.status.StatusProbes;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The health component {@code migrations}; with several databases it has one component for each. */
@AutoConfiguration(after = {MigrationAutoConfiguration.class, DriftAutoConfiguration.class})
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnBean(MigrationEngine.class)
@ConditionalOnEnabledHealthIndicator("migrations")
@Import(InquiryConfiguration.class)
public final class MigrationsHealthContributorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"migrationsHealthIndicator", "migrationsHealthContributor"})
    HealthContributor migrationsHealthContributor(
            StatusProbes probes, MigrationProperties properties, ObjectProvider<DriftWatch> drift) {
        Map<String, MigrationsHealthIndicator> indicators = new TreeMap<>();
        probes.byDatabase()
                .forEach((name, probe) -> indicators.put(
                        name,
                        new MigrationsHealthIndicator(
                                probe,
                                properties.allowPendingMigrations(),
                                () -> drift.stream()
                                        .filter(watch -> watch.database().equals(name))
                                        .findFirst()
                                        .flatMap(DriftWatch::seen))));
        return indicators.size() == 1
                ? indicators.values().iterator().next()
                : CompositeHealthContributor.fromMap(indicators);
    }
}
