package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One object in which the database and what is wanted differ. Immutable.
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

    static Difference missing(SchemaObject wanted) {
        return new Difference(null, wanted, List.of());
    }

    static Difference extra(SchemaObject actual) {
        return new Difference(actual, null, List.of());
    }

    /** The object in the database, or the one that is wanted there. */
    public ObjectId id() {
        return actual != null ? actual.id() : Objects.requireNonNull(wanted).id();
    }

    public Change change() {
        if (actual == null) {
            return Change.MISSING;
        }
        return wanted == null ? Change.EXTRA : Change.CHANGED;
    }

    /** Whether the same object has another name. */
    public boolean renamed() {
        return actual != null && wanted != null && !actual.id().equals(wanted.id());
    }

    /** What the database's side is, as JSON says it too. */
    public enum Change {
        MISSING,
        EXTRA,
        CHANGED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
