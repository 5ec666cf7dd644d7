package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a plan. Immutable.
 *
 * @param subject the object it is for
 * @param sql without a semicolon at its end
 * @param warning what the reader must know before running it, a sentence; {@code null} if nothing
 */
public record DdlStatement(
        Stage stage, ObjectId subject, String sql, @Nullable String warning) {}
