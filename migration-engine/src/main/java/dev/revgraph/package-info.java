/**
 * The engine: {@code MigrationEngine} is its facade, {@link dev.revgraph.MigrationException} the root of everything it
 * throws. Each sub-package is a room of its own; dependencies point one way only ({@code graph} knows nothing of the
 * others).
 */
@NullMarked
package dev.revgraph;

import org.jspecify.annotations.NullMarked;
