@NullMarked
package dev.revgraph.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
