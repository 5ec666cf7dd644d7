/** Questions to databases that may hang, for health, metrics and endpoint: bounded in time and in threads. */
@NullMarked
package dev.revgraph.autoconfigure.status;

import org.jspecify.annotations.NullMarked;
