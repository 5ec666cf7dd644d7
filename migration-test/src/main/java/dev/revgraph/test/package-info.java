/**
 * For an application's own tests of its migrations: a real PostgreSQL, a database for every test class, and checks that
 * hold for any revisions. {@link dev.revgraph.test.MigrationTest} is where to begin.
 */
@NullMarked
package dev.revgraph.test;

import org.jspecify.annotations.NullMarked;
