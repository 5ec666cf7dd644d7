package dev.revgraph.adopt;

import dev.revgraph.rehearse.SchemaComparisons;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.run.Runner;
import dev.revgraph.script.RevisionCatalog;
import java.util.function.Function;

/**
 * Revisions of one place, and what runs them.
 *
 * @param revisions those of the place
 * @param runner runs them on the database that is adopted
 * @param comparisons compares what they make
 */
public record Site(RevisionCatalog revisions, Runner runner, Function<Shadows, SchemaComparisons> comparisons) {}
