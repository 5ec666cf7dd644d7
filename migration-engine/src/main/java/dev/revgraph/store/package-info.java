/** The two tables that a database keeps about its revisions, and the lock of whoever changes them. */
@NullMarked
package dev.revgraph.store;

import org.jspecify.annotations.NullMarked;
