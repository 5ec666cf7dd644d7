@NullUnmarked
package dev.revgraph.backup;

import org.jspecify.annotations.NullUnmarked;
