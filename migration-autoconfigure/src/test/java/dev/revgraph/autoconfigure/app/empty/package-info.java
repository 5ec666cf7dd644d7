/** A whole application with everything that is on the class path, without classes of its own. */
@NullMarked
package dev.revgraph.autoconfigure.app.empty;

import org.jspecify.annotations.NullMarked;
