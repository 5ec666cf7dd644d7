@NullMarked
package dev.revgraph.test;

import org.jspecify.annotations.NullMarked;
