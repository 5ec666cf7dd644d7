package dev.revgraph.autoconfigure.environment;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * The environment variable {@code ALLOW_PENDING_MIGRATIONS}: what an operator sets in a hurry. It counts as much as
 * {@code MIGRATION_ALLOW_PENDING_MIGRATIONS} would, so it wins over property files and not over the command line.
 */
final class AllowPendingMigrations implements EnvironmentPostProcessor {

    private static final String VARIABLE = "ALLOW_PENDING_MIGRATIONS";
    private static final String PROPERTY = "migration.allow-pending-migrations";
    private static final String BEFORE = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        var variables = sources.get(BEFORE);
        Object value = variables == null ? null : variables.getProperty(VARIABLE);
        if (value != null && StringUtils.hasText(value.toString())) {
            sources.addAfter(BEFORE, new MapPropertySource(VARIABLE, Map.of(PROPERTY, value)));
        }
    }
}
