/** The program, in processes of its own. */
@NullMarked
package dev.revgraph.cli.standalone;

import org.jspecify.annotations.NullMarked;
