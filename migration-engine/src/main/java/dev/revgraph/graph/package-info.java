/**
 * The graph of revisions, pure: identifiers, parents, dependencies, labels, and what a target means for a database in
 * which a given set of revisions is applied. No input or output, no SQL.
 */
@NullMarked
package dev.revgraph.graph;

import org.jspecify.annotations.NullMarked;
