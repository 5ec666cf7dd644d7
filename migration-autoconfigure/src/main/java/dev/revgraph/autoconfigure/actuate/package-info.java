/** The endpoint {@code migrations}. */
@NullMarked
package dev.revgraph.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
