/** What ahead-of-time processing and native images must know. */
@NullMarked
package dev.revgraph.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
