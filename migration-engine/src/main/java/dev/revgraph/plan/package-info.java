/** What a command would do to a database, as immutable values; nothing here runs anything. */
@NullMarked
package dev.revgraph.plan;

import org.jspecify.annotations.NullMarked;
