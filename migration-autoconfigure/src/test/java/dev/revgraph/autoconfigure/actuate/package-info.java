@NullMarked
package dev.revgraph.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
