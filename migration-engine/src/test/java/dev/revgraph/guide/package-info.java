/** The guides as tests read them: what they say is run, compiled or compared, so that it stays true. */
@NullMarked
package dev.revgraph.guide;

import org.jspecify.annotations.NullMarked;
