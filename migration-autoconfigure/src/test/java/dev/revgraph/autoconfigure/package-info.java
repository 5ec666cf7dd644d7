@NullMarked
package dev.revgraph.autoconfigure;

import org.jspecify.annotations.NullMarked;
