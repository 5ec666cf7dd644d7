/**
 * Reads a whole schema from the catalog, with a number of queries that does not depend on how much there is. One query
 * for a kind or a few: its columns are the properties, so that a new property is a column and nothing else.
 */
@NullMarked
package dev.revgraph.schema.read;

import org.jspecify.annotations.NullMarked;
