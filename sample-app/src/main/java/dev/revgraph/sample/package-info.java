/** A small API-metering service, written as any application that uses the starter. */
@NullMarked
package dev.revgraph.sample;

import org.jspecify.annotations.NullMarked;
