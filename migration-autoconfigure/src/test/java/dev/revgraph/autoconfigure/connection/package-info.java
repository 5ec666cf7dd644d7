@NullMarked
package dev.revgraph.autoconfigure.connection;

import org.jspecify.annotations.NullMarked;
