@NullMarked
package dev.revgraph.autoconfigure.revision;

import org.jspecify.annotations.NullMarked;
