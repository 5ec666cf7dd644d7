package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

/** Writes the statements for one kind of object. */
interface KindWriter {

    void create(SchemaObject wanted, Draft draft);

    default void drop(SchemaObject actual, Draft draft) {
        draft.add(actual.id(), "DROP " + Named.forDrop(actual.id(), draft.ifExists()));
    }

    /** Whether what differs can be altered in place; otherwise the object is dropped and made anew. */
    default boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return difference.properties().stream().allMatch(property -> property == Property.COMMENT);
    }

    /** Only where {@link #alters} says so of two that differ in name alone. */
    default void rename(ObjectId from, ObjectId to, Draft draft) {
        throw new IllegalStateException("A " + from.kind().word() + " is known by its name.");
    }

    /** Only if it can be. Its name and its comment are looked after by the caller. */
    default void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {}

    /** Whether what needs it has to be dropped before it is altered, and made anew afterwards. */
    default boolean disturbs(SchemaObject actual, SchemaObject wanted, Difference difference) {
        return false;
    }
}
