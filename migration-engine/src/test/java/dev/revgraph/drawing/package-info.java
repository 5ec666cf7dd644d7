/** Drawings of graphs. */
@NullMarked
package dev.revgraph.drawing;

import org.jspecify.annotations.NullMarked;
