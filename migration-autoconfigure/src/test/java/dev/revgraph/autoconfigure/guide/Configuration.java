package dev.revgraph.autoconfigure.guide;

import dev.revgraph.guide.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Configuration in YAML as a guide shows it: an application's own, or a manifest for Kubernetes that sets environment
 * variables.
 *
 * @param values by flattened key
 */
record Configuration(Map<String, String> values) {

    static Configuration of(Block block) {
        Map<String, String> values = new TreeMap<>();
        try {
            for (PropertySource<?> source : new YamlPropertySourceLoader()
                    .load(block.toString(), new ByteArrayResource(block.text().getBytes(StandardCharsets.UTF_8)))) {
                for (String key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    values.put(key, String.valueOf(source.getProperty(key)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Configuration(values);
    }

    boolean isManifest() {
        return values.containsKey("kind");
    }

    /** The keys of an application. */
    Map<String, String> properties() {
        if (isManifest()) {
            throw new AssertionError("This is a manifest: " + values);
        }
        return values;
    }

    /** The environment variables of a manifest. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.matches(".*\\.env\\[\\d+]\\.name")) {
                variables.put(value, values.getOrDefault(key.replaceAll("name$", "value"), ""));
            }
        });
        return variables;
    }
}
