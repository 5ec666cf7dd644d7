/** What a customer can buy: subscription tiers and their limits. */
@NullMarked
package dev.revgraph.sample.tier;

import org.jspecify.annotations.NullMarked;
