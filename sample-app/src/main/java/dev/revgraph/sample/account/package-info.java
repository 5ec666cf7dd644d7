/** Customers, each on one tier. */
@NullMarked
package dev.revgraph.sample.account;

import org.jspecify.annotations.NullMarked;
