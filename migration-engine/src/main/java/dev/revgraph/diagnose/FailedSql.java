package dev.revgraph.diagnose;

import org.jspecify.annotations.Nullable;

/**
 * A statement that failed, and what the server said about the objects in question.
 *
 * @param revision the revision that it belongs to
 * @param direction {@code upgrade} or {@code downgrade}
 * @param number its number in the revision, counted from 1
 * @param text the statement
 * @param position the place that the server points at, in characters counted from 1; 0 if none
 * @param sqlState PostgreSQL's code
 * @param schema of the table in question; {@code null} if the server names none, as for the others
 */
public record FailedSql(
        String revision,
        String direction,
        int number,
        String text,
        int position,
        String sqlState,
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint) {}
