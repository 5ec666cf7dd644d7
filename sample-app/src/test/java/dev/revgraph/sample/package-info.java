@NullMarked
package dev.revgraph.sample;

import org.jspecify.annotations.NullMarked;
