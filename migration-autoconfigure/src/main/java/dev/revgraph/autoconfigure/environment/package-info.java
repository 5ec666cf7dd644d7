/** What the environment says about migrations, beyond properties. */
@NullMarked
package dev.revgraph.autoconfigure.environment;

import org.jspecify.annotations.NullMarked;
