/** Two schemas side by side: what is missing, extra or changed, seen from the database. */
@NullMarked
package dev.revgraph.schema.diff;

import org.jspecify.annotations.NullMarked;
