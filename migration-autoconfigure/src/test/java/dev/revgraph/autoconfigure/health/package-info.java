@NullMarked
package dev.revgraph.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
