/** Runs that are killed, cut off, stalled or crowded, with real processes and a real server. */
@NullMarked
package dev.revgraph.faults;

import org.jspecify.annotations.NullMarked;
