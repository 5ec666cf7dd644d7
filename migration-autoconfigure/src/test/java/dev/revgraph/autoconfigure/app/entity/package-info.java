/** An application with an entity, and with a bean that reads a table as soon as it is made. */
@NullMarked
package dev.revgraph.autoconfigure.app.entity;

import org.jspecify.annotations.NullMarked;
