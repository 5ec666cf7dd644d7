/** Scripts for psql against moves by the engine. */
@NullMarked
package dev.revgraph.offline;

import org.jspecify.annotations.NullMarked;
