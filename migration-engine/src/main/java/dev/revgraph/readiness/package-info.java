/** What a server is asked before a deployment, beyond the records: version, rights, and what is in the way. */
@NullMarked
package dev.revgraph.readiness;

import org.jspecify.annotations.NullMarked;
