@NullMarked
package dev.revgraph.sample.postgres;

import org.jspecify.annotations.NullMarked;
