@NullMarked
package dev.revgraph.schema.diff;

import org.jspecify.annotations.NullMarked;
