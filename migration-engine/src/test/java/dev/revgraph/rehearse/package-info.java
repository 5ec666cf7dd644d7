@NullMarked
package dev.revgraph.rehearse;

import org.jspecify.annotations.NullMarked;
