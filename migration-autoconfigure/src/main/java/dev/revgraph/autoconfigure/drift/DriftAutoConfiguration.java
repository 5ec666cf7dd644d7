package dev.revgraph.autoconfigure.drift;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.DirectLogin;
import dev.revgraph.autoconfigure.MigrationAutoConfiguration;
import dev.revgraph.autoconfigure.MigrationProperties;
import dev.revgraph.rehearse.SchemaReport;
import dev.revgraph.rehearse.ShadowException;
import dev.revgraph.rehearse.Shadows;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** {@code migration.drift.interval}. */
@AutoConfiguration(after = MigrationAutoConfiguration.class)
@ConditionalOnBean(MigrationEngine.class)
@ConditionalOnProperty("migration.drift.interval")
public final class DriftAutoConfiguration {

    @Bean
    DriftWatch migrationDriftWatch(MigrationEngine engine, MigrationProperties properties) {
        Duration interval = Objects.requireNonNull(properties.drift().interval(), "The condition is that it is set.");
        return new DriftWatch(engine.name(), () -> look(engine), interval, Clock.systemUTC());
    }

    private static SchemaReport look(MigrationEngine engine) {
        return engine.drift(Shadows.beside(DirectLogin.of(engine.dataSource())
                .orElseThrow(() -> new ShadowException(
                        ErrorCode.SHADOW_UNAVAILABLE,
                        "The data source of the application does not tell how it connects, so that no shadow database can"
                                + " be made.",
                        "Set `migration.url`, `migration.username` and `migration.password`.",
                        null))));
    }
}
