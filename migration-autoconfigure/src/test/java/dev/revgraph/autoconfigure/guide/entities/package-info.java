/** The test of an application's entities, in a small application of its own. */
@NullMarked
package dev.revgraph.autoconfigure.guide.entities;

import org.jspecify.annotations.NullMarked;
