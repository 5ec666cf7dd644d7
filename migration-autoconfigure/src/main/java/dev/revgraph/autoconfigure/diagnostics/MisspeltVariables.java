package dev.revgraph.autoconfigure.diagnostics;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Warns of an environment variable that looks like a misspelt key below {@code migration}. Unlike a key in a file it
 * does not stop the start: the environment belongs to others too, and Spring Boot binds it without a word for the same
 * reason. Names, never values: a misspelt password is a password.
 */
final class MisspeltVariables implements EnvironmentPostProcessor {

    private static final String PREFIX = "MIGRATION_";

    /** Keys of maps, whose further names are free. */
    private static final String FREE = "MIGRATION_PLACEHOLDERS_";

    private final Log log;

    MisspeltVariables(DeferredLogFactory logs) {
        this.log = logs.getLog(MisspeltVariables.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        warnings(environment.getSystemEnvironment())
                .forEach((variable, meant) -> log.warn("The environment variable " + variable
                        + " sets no property of migrations. Is " + meant + " meant?"));
    }

    /** What is probably meant, by what is written. */
    static Map<String, String> warnings(Map<String, Object> variables) {
        PropertyKeys keys = new PropertyKeys(PropertyKeys.ofMigrations().all().stream()
                .map(MisspeltVariables::variable)
                .toList());
        Map<String, String> warnings = new TreeMap<>();
        for (String name : variables.keySet()) {
            String written = name.toUpperCase(Locale.ROOT);
            if (written.startsWith(PREFIX) && !written.startsWith(FREE) && !binds(written, keys)) {
                keys.nearest(written).ifPresent(meant -> warnings.put(name, meant));
            }
        }
        return warnings;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Boot takes a variable with and without underscores between the words, and a number for each element of a list. */
    private static boolean binds(String written, PropertyKeys keys) {
        String name = written.replaceFirst("(_[0-9]+_?)$", "");
        return keys.all().stream().anyMatch(key -> bare(key).equals(bare(name)));
    }

    private static String bare(String name) {
        return name.replace("_", "");
    }
}
