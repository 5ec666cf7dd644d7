/** Counting requests against the limit of the customer's tier. */
@NullMarked
package dev.revgraph.sample.usage;

import org.jspecify.annotations.NullMarked;
