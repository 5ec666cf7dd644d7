@NullMarked
package dev.revgraph.autoconfigure.status;

import org.jspecify.annotations.NullMarked;
