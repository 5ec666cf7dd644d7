package dev.revgraph.autoconfigure.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration metadata on the class path: this module's, and Boot's.
 *
 * @param byName each property's description, type and default
 */
record KnownProperties(Map<String, JsonNode> byName) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    static KnownProperties onClassPath() {
        Map<String, JsonNode> byName = new TreeMap<>();
        try {
            for (URL url :
                    Collections.list(KnownProperties.class.getClassLoader().getResources(METADATA))) {
                try (InputStream in = url.openStream()) {
                    JsonMapper.shared()
                            .readTree(in)
                            .path("properties")
                            .forEach(
                                    property -> byName.put(property.path("name").asString(), property));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new KnownProperties(byName);
    }

    /** Whether a key exists, as a property or as an entry of a map. */
    boolean knows(String key) {
        return byName.containsKey(key)
                || Optional.of(key.lastIndexOf('.'))
                        .filter(dot -> dot > 0)
                        .map(dot -> key.substring(0, dot))
                        .filter(parent -> isMap(parent) || isEntry(parent))
                        .isPresent();
    }

    private boolean isEntry(String key) {
        int dot = key.lastIndexOf('.');
        return dot > 0 && isMap(key.substring(0, dot));
    }

    private boolean isMap(String name) {
        return byName.containsKey(name)
                && byName.get(name).path("type").asString("").startsWith("java.util.Map");
    }
}
