/** What runs did and how databases stand, as meters. */
@NullMarked
package dev.revgraph.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
