/** The test slice of the guides, in a small application of its own. */
@NullMarked
package dev.revgraph.autoconfigure.guide.slice;

import org.jspecify.annotations.NullMarked;
