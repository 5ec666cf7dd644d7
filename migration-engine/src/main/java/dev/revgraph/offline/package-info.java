/** Moves as scripts for psql, written without a database: the same steps, the same records. */
@NullMarked
package dev.revgraph.offline;

import org.jspecify.annotations.NullMarked;
