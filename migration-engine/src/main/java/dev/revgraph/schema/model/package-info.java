/**
 * A schema as a value: objects, their properties, and what needs what. No database is asked here; the reader fills it,
 * the diff compares two of them, the writer of DDL makes statements of the difference.
 */
@NullMarked
package dev.revgraph.schema.model;

import org.jspecify.annotations.NullMarked;
