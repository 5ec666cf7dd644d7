/** How databases stand, asked seldom and never waited for: what health and metrics share. */
@NullMarked
package dev.revgraph.autoconfigure.status;

import org.jspecify.annotations.NullMarked;
