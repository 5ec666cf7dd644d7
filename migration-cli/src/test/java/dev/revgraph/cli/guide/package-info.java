/** The guides about commands, typed as they stand. */
@NullMarked
package dev.revgraph.cli.guide;

import org.jspecify.annotations.NullMarked;
