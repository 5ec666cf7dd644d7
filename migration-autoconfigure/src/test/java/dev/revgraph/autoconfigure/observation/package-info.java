@NullMarked
package dev.revgraph.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
