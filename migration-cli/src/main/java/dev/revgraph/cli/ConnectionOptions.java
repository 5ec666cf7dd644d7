package dev.revgraph.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about database and files; what was not typed is {@code null} or empty.
 *
 * @param locations as typed; without a prefix they are folders
 */
public record ConnectionOptions(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        List<String> locations,
        @Nullable String schema,
        Map<String, String> placeholders,
        boolean debug) {

    public ConnectionOptions {
        locations = locations.stream()
                .map(text ->
                        text.startsWith("classpath:") || text.startsWith("filesystem:") ? text : "filesystem:" + text)
                .toList();
        placeholders = Map.copyOf(placeholders);
    }

    /** Leaves out everything that may be a secret. */
    @Override
    public String toString() {
        return "ConnectionOptions[locations=" + locations + ", schema=" + schema + "]";
    }
}
