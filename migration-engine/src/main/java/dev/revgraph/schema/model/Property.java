package dev.revgraph.schema.model;

import java.util.Locale;

/**
 * What is told of an object beside its name. Text is as PostgreSQL itself writes it, with an empty search path, so every
 * name in it is qualified.
 */
public enum Property {
    /** Type with its modifier; of a function what it returns. */
    TYPE,
    /** {@code true}; from PostgreSQL 18 on also {@code not valid}, {@code no inherit} or both. */
    NOT_NULL,
    /**
     * Name of the constraint behind {@link #NOT_NULL}, from PostgreSQL 18 on, where it is not the usual one; never a
     * difference, since a renamed column keeps it.
     */
    NOT_NULL_NAME,
    DEFAULT,
    /** {@code always} or {@code by default}. */
    IDENTITY,
    /** Options of the sequence behind an identity column, or of a sequence: start, increment, minimum, maximum, cache, cycle. */
    SEQUENCE_OPTIONS,
    /** {@code stored} or {@code virtual}. */
    GENERATED,
    /** Expression of a generated column. */
    EXPRESSION,
    COLLATION,
    STORAGE,
    COMPRESSION,
    STATISTICS_TARGET,
    /** Options of a relation, an index, a view or a column, as {@code name=value}, sorted. */
    OPTIONS,
    /** {@code unlogged} where it is not the usual one. */
    PERSISTENCE,
    /** Key of a partitioned table. */
    PARTITION_KEY,
    /** Table that it is a partition of. */
    PARTITION_OF,
    /** Bounds of a partition. */
    PARTITION_BOUND,
    /** Tables that it inherits from, in order. */
    INHERITS,
    /** Whether a column or constraint is there because a parent of its table has it, and was not written at the table. */
    INHERITED,
    /** Constraints and indexes that a table has from its parent, as {@code kind=name}; never a difference, since the parent's are. */
    FROM_PARENT,
    ACCESS_METHOD,
    TABLESPACE,
    REPLICA_IDENTITY,
    /** Index by which a table is put in order when it is clustered. */
    CLUSTERED_ON,
    ROW_SECURITY,
    FORCE_ROW_SECURITY,
    /** Columns, in order: of a constraint, an index, an updatable trigger. */
    COLUMNS,
    /** Labels of an enum or attributes of a composite type, in order. */
    ELEMENTS,
    /** The text that makes it, as PostgreSQL writes it, without its own name. */
    DEFINITION,
    UNIQUE,
    /** Whether a constraint is known to hold for all rows; of an index, whether it is usable. */
    VALID,
    /** From PostgreSQL 18 on. */
    ENFORCED,
    DEFERRABLE,
    INITIALLY_DEFERRED,
    NO_INHERIT,
    /** Table that a foreign key refers to. */
    REFERENCES,
    /** Table that an index, statistics, a trigger is on. */
    ON,
    /** Column that a sequence belongs to. */
    OWNED_BY,
    /** Whether and when a trigger or rule fires: {@code always}, {@code replica}, {@code disabled}; otherwise left out. */
    FIRES,
    /** Command that a policy is for. */
    COMMAND,
    PERMISSIVE,
    ROLES,
    USING,
    WITH_CHECK,
    PRIVILEGES,
    /** Of an extension; never a difference. */
    VERSION,
    OWNER,
    COMMENT,
    /** Comments on the columns of a view, as {@code name=comment}, the name quoted where it has to be. */
    COLUMN_COMMENTS,
    /** Place among the columns of its table; never a difference. */
    POSITION;

    /** As people say it: {@code not null}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether another value is a difference. */
    public boolean compared() {
        return switch (this) {
            case POSITION, VERSION, NOT_NULL_NAME, FROM_PARENT -> false;
            default -> true;
        };
    }
}
