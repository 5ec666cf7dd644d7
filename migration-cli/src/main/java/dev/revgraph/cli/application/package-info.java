/** The commands in an application's own jar, with the application's own configuration. */
@NullMarked
package dev.revgraph.cli.application;

import org.jspecify.annotations.NullMarked;
