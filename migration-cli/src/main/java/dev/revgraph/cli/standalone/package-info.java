/** The executable jar, for a database and folders that its options name. */
@NullMarked
package dev.revgraph.cli.standalone;

import org.jspecify.annotations.NullMarked;
