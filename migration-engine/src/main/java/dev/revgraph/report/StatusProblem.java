package dev.revgraph.report;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with the revisions or with what the database says of them.
 *
 * @param code the error code, {@code modified} for instance
 * @param revision the revision concerned, {@code null} if there is none to name
 * @param message what is wrong
 * @param action what to do about it
 */
public record StatusProblem(String code, @Nullable String revision, String message, String action) {}
