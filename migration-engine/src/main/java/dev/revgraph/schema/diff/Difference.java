package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object in which the database and what is wanted differ.
 *
 * @param actual as the database has it; {@code null} if it is missing there
 * @param wanted as it should be; {@code null} if the database has it in excess. Where both are given their names may
 *     differ: the same structure under another name
 * @param properties in which they differ, in order; empty if one side is missing or only the name differs
 */
public record Difference(
        @Nullable SchemaObject actual, @Nullable SchemaObject wanted, List<Property> properties) {

    public Difference {
        properties = List.copyOf(properties);
        if (actual == null && wanted == null) {
            throw new IllegalArgumentException("A difference has at least one side.");
        }
    }
}
