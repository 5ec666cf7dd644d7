/**
 * Statements that make one schema of another. What is dropped, altered and made is decided first, then ordered by what
 * needs what in both schemas, then written, one class for each kind of object. Pure: no database is asked.
 */
@NullMarked
package dev.revgraph.schema.ddl;

import org.jspecify.annotations.NullMarked;
