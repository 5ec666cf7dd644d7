/** Failures are brought about, and the ways out of them gone. */
@NullMarked
package dev.revgraph.diagnose;

import org.jspecify.annotations.NullMarked;
