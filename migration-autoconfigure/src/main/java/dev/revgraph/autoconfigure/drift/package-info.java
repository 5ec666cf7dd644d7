/** Looks from time to time whether somebody has changed the database by hand. */
@NullMarked
package dev.revgraph.autoconfigure.drift;

import org.jspecify.annotations.NullMarked;
