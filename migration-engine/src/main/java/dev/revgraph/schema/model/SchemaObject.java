package dev.revgraph.schema.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object and all that is known of it. A property that does not apply, or has the value that nobody wrote, is left out; a
 * flag that is set has the value {@code true}. Immutable.
 *
 * @param properties values in order; one for most properties
 */
public record SchemaObject(ObjectId id, Map<Property, List<String>> properties) {

    public SchemaObject {
        Map<Property, List<String>> copy = new EnumMap<>(Property.class);
        properties.forEach((property, values) -> copy.put(property, List.copyOf(values)));
        properties = Collections.unmodifiableMap(copy);
    }

    public boolean is(Property flag) {
        return properties.containsKey(flag);
    }

    public Optional<String> text(Property property) {
        return list(property).stream().findFirst();
    }

    /** Empty if the property is left out. */
    public List<String> list(Property property) {
        return properties.getOrDefault(property, List.of());
    }

    /** What decides whether another object is the same under another name. */
    public Map<Property, List<String>> structure() {
        Map<Property, List<String>> compared = new EnumMap<>(properties);
        compared.keySet().removeIf(property -> !property.compared());
        return Collections.unmodifiableMap(compared);
    }
}
