/**
 * Takes databases over that something else has made: Flyway, Alembic, or nobody knows what. What is to be done is found
 * out first, as a value; carrying it out writes revision files where there are none, and records what is applied.
 */
@NullMarked
package dev.revgraph.adopt;

import org.jspecify.annotations.NullMarked;
