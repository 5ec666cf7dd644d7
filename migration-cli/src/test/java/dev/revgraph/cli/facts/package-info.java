/** What targets mean, as tables of facts: a database, a command line, and what it comes to. */
@NullMarked
package dev.revgraph.cli.facts;

import org.jspecify.annotations.NullMarked;
