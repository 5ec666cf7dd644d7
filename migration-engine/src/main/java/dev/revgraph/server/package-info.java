/** How a server is reached for databases beside the one that is named, and what such databases take over from it. */
@NullMarked
package dev.revgraph.server;

import org.jspecify.annotations.NullMarked;
