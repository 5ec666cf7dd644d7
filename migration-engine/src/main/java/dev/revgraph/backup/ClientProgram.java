package dev.revgraph.backup;

import java.nio.file.Path;

/**
 * One of PostgreSQL's programs.
 *
 * @param major its major version
 */
record ClientProgram(Path file, int major) {}
