/**
 * A PostgreSQL for a machine that has none: embedded binaries that keep their data in the user's home. Used when no
 * {@code spring.datasource.url} names a server.
 */
@NullMarked
package dev.revgraph.sample.postgres;

import org.jspecify.annotations.NullMarked;
