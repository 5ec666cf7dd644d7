/** The revisions that SQL alone does not write well; the others are in {@code db/revisions}. */
@NullMarked
package dev.revgraph.sample.revision;

import org.jspecify.annotations.NullMarked;
