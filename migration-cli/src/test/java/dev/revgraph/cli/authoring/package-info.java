@NullMarked
package dev.revgraph.cli.authoring;

import org.jspecify.annotations.NullMarked;
