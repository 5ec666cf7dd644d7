@NullMarked
package dev.revgraph.graph;

import org.jspecify.annotations.NullMarked;
