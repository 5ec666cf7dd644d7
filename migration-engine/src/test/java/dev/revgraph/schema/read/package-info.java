@NullMarked
package dev.revgraph.schema.read;

import org.jspecify.annotations.NullMarked;
