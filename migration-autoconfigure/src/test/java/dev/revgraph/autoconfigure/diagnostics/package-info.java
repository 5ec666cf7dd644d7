@NullMarked
package dev.revgraph.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
