@NullMarked
package dev.revgraph.sample.revision;

import org.jspecify.annotations.NullMarked;
