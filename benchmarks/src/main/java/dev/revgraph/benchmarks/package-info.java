/** The engine beside plain JDBC, Flyway and Liquibase, doing the same work in one run. */
@NullMarked
package dev.revgraph.benchmarks;

import org.jspecify.annotations.NullMarked;
