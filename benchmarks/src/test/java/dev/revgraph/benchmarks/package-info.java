@NullMarked
package dev.revgraph.benchmarks;

import org.jspecify.annotations.NullMarked;
