/** Tests of what can be said of other tools' files and records without a database. */
@NullMarked
package dev.revgraph.adopt;

import org.jspecify.annotations.NullMarked;
