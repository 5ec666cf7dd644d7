package dev.revgraph.schema.model;

import java.util.List;
import java.util.Locale;

/**
 * What an object of a schema is. The order is the one in which objects are made where no dependency decides otherwise;
 * they are dropped the other way round.
 *
 * <p>The path of an object's id has one part for each name that stands behind the kind.
 */
public enum ObjectKind {
    SCHEMA("schema"),
    EXTENSION("name"),
    ENUM("schema", "type"),
    COMPOSITE_TYPE("schema", "type"),
    DOMAIN("schema", "type"),
    DOMAIN_CONSTRAINT("schema", "type", "constraint"),
    RANGE_TYPE("schema", "type"),
    SEQUENCE("schema", "sequence"),
    FUNCTION("schema", "function", "arguments"),
    PROCEDURE("schema", "procedure", "arguments"),
    AGGREGATE("schema", "aggregate", "arguments"),
    TABLE("schema", "table"),
    COLUMN("schema", "table", "column"),
    PRIMARY_KEY("schema", "table", "constraint"),
    UNIQUE("schema", "table", "constraint"),
    CHECK("schema", "table", "constraint"),
    EXCLUSION("schema", "table", "constraint"),
    FOREIGN_KEY("schema", "table", "constraint"),
    INDEX("schema", "index"),
    STATISTICS("schema", "statistics"),
    VIEW("schema", "view"),
    MATERIALIZED_VIEW("schema", "view"),
    RULE("schema", "relation", "rule"),
    TRIGGER("schema", "relation", "trigger"),
    POLICY("schema", "table", "policy"),
    PUBLICATION("name"),
    DEFAULT_PRIVILEGE("schema", "role", "objects", "grantee"),
    GRANT("kind", "object", "grantee");

    private final int parts;

    /** What the parts are is said for the reader; how many there are is what counts. */
    ObjectKind(String... parts) {
        this.parts = parts.length;
    }

    /** As people and JSON say it: {@code foreign key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How many parts the path of an id has. */
    public int parts() {
        return parts;
    }

    /** The kinds of objects that its own kind is a part of. */
    List<ObjectKind> containers() {
        return switch (this) {
            case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, POLICY -> List.of(TABLE);
            case RULE, TRIGGER -> List.of(TABLE, VIEW, MATERIALIZED_VIEW);
            case DOMAIN_CONSTRAINT -> List.of(DOMAIN);
            default -> List.of();
        };
    }

    /** Whether it has rows or is a query: what columns, triggers and rights can be of. */
    public boolean isRelation() {
        return this == TABLE || this == VIEW || this == MATERIALIZED_VIEW;
    }

    /** Whether it is a function, a procedure or an aggregate. */
    public boolean isRoutine() {
        return this == FUNCTION || this == PROCEDURE || this == AGGREGATE;
    }

    /** Whether a column can be of it. */
    public boolean isType() {
        return this == ENUM || this == COMPOSITE_TYPE || this == DOMAIN || this == RANGE_TYPE;
    }

    /** Whether it has a place among tables, views and indexes, where each name is there once in a schema. */
    public boolean isNamedAmongRelations() {
        return isRelation()
                || this == INDEX
                || this == SEQUENCE
                || this == COMPOSITE_TYPE
                || this == PRIMARY_KEY
                || this == UNIQUE
                || this == EXCLUSION;
    }

    /** Whether it is a constraint of a table. */
    public boolean isConstraint() {
        return compareTo(PRIMARY_KEY) >= 0 && compareTo(FOREIGN_KEY) <= 0;
    }
}
