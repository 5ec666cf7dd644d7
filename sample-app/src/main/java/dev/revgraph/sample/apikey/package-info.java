/** The keys by which programs of a customer identify themselves; only hashes are kept. */
@NullMarked
package dev.revgraph.sample.apikey;

import org.jspecify.annotations.NullMarked;
