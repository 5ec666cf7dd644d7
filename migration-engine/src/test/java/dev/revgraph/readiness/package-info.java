@NullMarked
package dev.revgraph.readiness;

import org.jspecify.annotations.NullMarked;
