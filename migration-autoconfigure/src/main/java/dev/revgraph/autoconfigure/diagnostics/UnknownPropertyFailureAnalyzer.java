package dev.revgraph.autoconfigure.diagnostics;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Names the key that was probably meant. Never shows a value: a misspelt password is a password. */
final class UnknownPropertyFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException>
        implements Ordered {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("migration");

    private final PropertyKeys keys = PropertyKeys.ofMigrations();

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnboundConfigurationPropertiesException cause) {
        List<ConfigurationProperty> unknown = cause.getUnboundProperties().stream()
                .filter(property -> PREFIX.isAncestorOf(property.getName()))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return null;
        }
        String description = unknown.stream().map(this::describe).collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis(
                description, "Correct or remove it. The keys are: " + String.join(", ", keys.all()) + ".", cause);
    }

    private String describe(ConfigurationProperty property) {
        String name = property.getName().toString();
        String place = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        String near =
                keys.nearest(name).map(key -> " Is \"" + key + "\" meant?").orElse("");
        return "The property \"" + name + "\"" + place + " does not exist." + near;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
