@NullMarked
package dev.revgraph.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
