/** What a database holds, asked of its catalog. */
@NullMarked
package dev.revgraph.schema;

import org.jspecify.annotations.NullMarked;
