/** Lets migrations connect to the databases of Testcontainers and Docker Compose. */
@NullMarked
package dev.revgraph.autoconfigure.connection;

import org.jspecify.annotations.NullMarked;
