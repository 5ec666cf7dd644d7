/** Commands of an application, run in this JVM. */
@NullMarked
package dev.revgraph.cli.application;

import org.jspecify.annotations.NullMarked;
