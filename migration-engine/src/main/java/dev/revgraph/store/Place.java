package dev.revgraph.store;

import org.jspecify.annotations.Nullable;

/**
 * What can be learnt of a database in one statement, before its records are read.
 *
 * @param schema where the records are or would be; {@code null} if the search path names no schema that exists
 * @param schemaExists whether that schema exists
 * @param tablesExist whether the table of applied revisions exists; the log comes and goes with it
 * @param historyExists whether there is a table with the name of the log
 * @param layout the layout number they carry; {@code null} if there is none
 * @param backend the server process that answered; the driver knows another one where a pooler stands in between
 * @param role whose rights hold at the moment
 * @param database the name of the database
 * @param readOnly whether the server refuses writes (a standby, or read-only by default)
 */
public record Place(
        @Nullable Identifier schema,
        boolean schemaExists,
        boolean tablesExist,
        boolean historyExists,
        @Nullable Integer layout,
        int backend,
        String role,
        String database,
        boolean readOnly) {}
