/** An application with a revision in Java. */
@NullMarked
package dev.revgraph.autoconfigure.app.code;

import org.jspecify.annotations.NullMarked;
