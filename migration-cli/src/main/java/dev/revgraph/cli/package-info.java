/** The commands: what the engine offers, as text for people and JSON for programs. */
@NullMarked
package dev.revgraph.cli;

import org.jspecify.annotations.NullMarked;
