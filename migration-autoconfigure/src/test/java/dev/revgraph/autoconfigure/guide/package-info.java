/** What the guides say of applications: their Java compiles here, their configuration and requests are run. */
@NullMarked
package dev.revgraph.autoconfigure.guide;

import org.jspecify.annotations.NullMarked;
