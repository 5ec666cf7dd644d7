package dev.revgraph.cli.command;

import dev.revgraph.cli.LastWords;
import dev.revgraph.cli.WorkplaceFactory;
import dev.revgraph.cli.output.Output;

/** What commands are made with. */
public record Tools(WorkplaceFactory workplaces, Output output, LastWords lastWords) {}
