package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

/**
 * What counts as a difference. A database is held to its revisions exactly; a model of entities decides only about what
 * entities can say, and the rest is left to the revisions.
 */
public interface Measure {

    /** Everything counts. */
    static Measure exact() {
        return new Measure() {};
    }

    /** What entities say. */
    static Measure entities() {
        return new EntityMeasure();
    }

    /** Whether a property that differs counts, on objects that are otherwise the same. */
    default boolean compares(Property property, SchemaObject actual, SchemaObject wanted) {
        return property.compared();
    }

    /** Whether an object that only the database has is too much. */
    default boolean ownsExtra(SchemaObject actual) {
        return true;
    }

    /** Whether an object that only the wanted side has must be there. */
    default boolean ownsMissing(SchemaObject wanted) {
        return true;
    }

    /** Whether the names of constraints and indexes count where their structure is the same. */
    default boolean comparesNames() {
        return true;
    }

    /** Whether one object does the work of another one of another kind. */
    default boolean serves(SchemaObject actual, SchemaObject wanted) {
        return false;
    }
}
