package dev.revgraph.schema.read;

import java.util.List;

/**
 * What of a database is looked at. What belongs to PostgreSQL or to an extension, and the tool's own tables, never is.
 *
 * @param schemas their names; empty for all
 * @param grants whether to read grants and default privileges
 * @param owners whether to read who owns what
 */
public record SchemaScope(List<String> schemas, boolean grants, boolean owners) {

    /** All schemas, whoever owns them and whoever may use them. */
    public static final SchemaScope EVERYTHING = new SchemaScope(List.of(), false, false);

    public SchemaScope {
        schemas = List.copyOf(schemas);
    }

    /** Only some schemas. */
    public static SchemaScope of(List<String> schemas) {
        return new SchemaScope(schemas, false, false);
    }

    public SchemaScope withGrants() {
        return new SchemaScope(schemas, true, owners);
    }

    public SchemaScope withOwners() {
        return new SchemaScope(schemas, grants, true);
    }
}
