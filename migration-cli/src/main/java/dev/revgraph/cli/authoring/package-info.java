/** Writes revision files: new ones, merges, other parents. */
@NullMarked
package dev.revgraph.cli.authoring;

import org.jspecify.annotations.NullMarked;
