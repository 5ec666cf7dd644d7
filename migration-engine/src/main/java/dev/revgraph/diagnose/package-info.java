/**
 * Finds out why a statement failed, by looking at the database after it has been rolled back, and says how to get out of
 * it: what was found, rows that show it, and SQL to type.
 */
@NullMarked
package dev.revgraph.diagnose;

import org.jspecify.annotations.NullMarked;
