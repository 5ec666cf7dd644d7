/** Finds the revisions that an application writes in Java, the way its entities are found. */
@NullMarked
package dev.revgraph.autoconfigure.revision;

import org.jspecify.annotations.NullMarked;
