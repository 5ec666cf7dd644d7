/** Explains a refused start: what is wrong, and what to type. */
@NullMarked
package dev.revgraph.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
