/** Commands, run in the tests' own JVM. */
@NullMarked
package dev.revgraph.cli.command;

import org.jspecify.annotations.NullMarked;
