/** The commands as a whole. */
@NullMarked
package dev.revgraph.cli;

import org.jspecify.annotations.NullMarked;
