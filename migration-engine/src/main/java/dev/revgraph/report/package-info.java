/**
 * What the engine shows: values of strings, numbers and instants, whose names are the names of the JSON that the
 * endpoint and the command line print. Both only translate these; neither computes anything of its own.
 */
@NullMarked
package dev.revgraph.report;

import org.jspecify.annotations.NullMarked;
