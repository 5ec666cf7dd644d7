/** What a person sees who opens the endpoint {@code migrations} in a browser. */
@NullMarked
package dev.revgraph.autoconfigure.actuate.page;

import org.jspecify.annotations.NullMarked;
