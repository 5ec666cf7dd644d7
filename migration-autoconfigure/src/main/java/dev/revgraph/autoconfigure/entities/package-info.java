/** The application's entities, as a model of the schema. */
@NullMarked
package dev.revgraph.autoconfigure.entities;

import org.jspecify.annotations.NullMarked;
