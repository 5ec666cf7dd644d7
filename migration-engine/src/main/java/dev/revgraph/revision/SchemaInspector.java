package dev.revgraph.revision;

import java.util.List;
import java.util.Optional;

/**
 * Answers what exists in the database, for revisions that must cope with databases that differ. Each call asks the
 * catalog once, sees what the running revision has done so far, and locks nothing.
 *
 * <p>Names are written as in SQL: {@code users} is looked up along the connection's {@code search_path},
 * {@code billing.users} in one schema; without double quotes they are folded to lower case, so a mixed-case name is
 * {@code "\"My App\".\"Users\""}. Names of columns, constraints and triggers follow the same rule for quotes. A
 * question about something in a table that does not exist is answered "no".
 */
public interface SchemaInspector {

    boolean schemaExists(String schema);

    /** Whether it is a table, partitioned and foreign tables included; views are none. */
    boolean tableExists(String table);

    /** Whether it is a view or a materialised view. */
    boolean viewExists(String view);

    boolean columnExists(String table, String column);

    /** The columns of a table or view in their order; empty if it does not exist. */
    List<String> columns(String table);

    /** The type as PostgreSQL writes it, {@code character varying(20)} for instance; nothing if there is no column. */
    Optional<String> columnType(String table, String column);

    /** Whether the column takes nulls; nothing if there is no column. */
    Optional<Boolean> columnNullable(String table, String column);

    /** Whether the index exists, one that an interrupted CREATE INDEX CONCURRENTLY left invalid included. */
    boolean indexExists(String index);

    /** Whether the index exists and queries may use it. */
    boolean indexValid(String index);

    /** Whether the table has a constraint of this name: primary key, unique, foreign key, check or exclusion. */
    boolean constraintExists(String table, String constraint);

    boolean triggerExists(String table, String trigger);

    boolean sequenceExists(String sequence);

    /** Whether a type, domain or enum of this name exists. */
    boolean typeExists(String type);

    /** Whether the enum has this label, which is taken literally. */
    boolean enumValueExists(String type, String label);

    /** Whether any function or procedure has this name, whatever its arguments. */
    boolean routineExists(String routine);

    boolean extensionExists(String extension);
}
