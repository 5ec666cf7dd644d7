package dev.revgraph.adopt;

import org.jspecify.annotations.Nullable;

/**
 * What Flyway has recorded of one migration.
 *
 * @param version {@code null} for what has none: repeatable scripts, the creation of a schema
 * @param type {@code SQL}, {@code JDBC}, {@code BASELINE}, {@code UNDO_SQL} …
 * @param script the file below its location, or the class
 * @param checksum {@code null} where Flyway took none
 */
record FlywayRow(
        @Nullable String version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        boolean success) {

    boolean isBaseline() {
        return type.equals("BASELINE") || type.endsWith("_BASELINE");
    }

    boolean isUndo() {
        return type.startsWith("UNDO_");
    }

    /** Whether a script file of SQL was run; otherwise it was code. */
    boolean isSql() {
        return type.equals("SQL") || type.equals("SQL_BASELINE");
    }

    /** How people know it. */
    String name() {
        return "\"" + (version == null ? script : version + " " + description).strip() + "\"";
    }
}
