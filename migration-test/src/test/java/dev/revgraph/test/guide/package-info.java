/** The code of the page on testing, as an application would have it: it sees what is public, and nothing else. */
@NullMarked
package dev.revgraph.test.guide;

import org.jspecify.annotations.NullMarked;
