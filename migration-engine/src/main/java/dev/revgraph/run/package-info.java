/** Executes plans: sessions, transactions, time-outs, waiting for other instances, and the events that tell of it. */
@NullMarked
package dev.revgraph.run;

import org.jspecify.annotations.NullMarked;
