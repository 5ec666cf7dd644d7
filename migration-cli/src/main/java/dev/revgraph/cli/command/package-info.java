/** The commands, one class each. */
@NullMarked
package dev.revgraph.cli.command;

import org.jspecify.annotations.NullMarked;
