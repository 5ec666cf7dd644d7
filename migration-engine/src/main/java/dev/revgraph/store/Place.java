package dev.revgraph.store;

import org.jspecify.annotations.Nullable;

/**
 * What can be learnt of a database in one statement, before its records are read.
 *
 * @param schema where the records are or would be; {@code null} if the search path names no schema that exists
 * @param schemaExists whether that schema exists
 * @param tablesExist whether the migration tables exist
 * @param layout the layout number they carry; {@code null} if there is none
 * @param readOnly whether the server refuses writes (a standby, or read-only by default)
 */
public record Place(
        @Nullable Identifier schema,
        boolean schemaExists,
        boolean tablesExist,
        @Nullable Integer layout,
        String role,
        boolean readOnly) {}
