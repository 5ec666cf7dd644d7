/** What commands print: results on standard output, words on standard error. */
@NullMarked
package dev.revgraph.cli.output;

import org.jspecify.annotations.NullMarked;
