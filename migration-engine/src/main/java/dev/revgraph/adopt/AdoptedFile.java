package dev.revgraph.adopt;

/**
 * A file that an adoption writes.
 *
 * @param name without {@code .sql}: of a revision its id
 * @param text all of it
 * @param repeatable whether it is a repeatable script, and no revision
 */
public record AdoptedFile(String name, String text, boolean repeatable) {}
