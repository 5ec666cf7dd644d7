package dev.revgraph.script;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import java.time.Duration;
import java.util.Optional;

/** A revision that can be run: its place in the graph, and how it wants to be run. Immutable and thread-safe. */
public sealed interface RevisionDefinition permits SqlRevision, CodeRevision {

    RevisionNode node();

    default RevisionId id() {
        return node().id();
    }

    /** Whether all of it runs in one transaction; otherwise every statement commits by itself. */
    boolean transactional();

    /** The revision's own {@code lock_timeout}; zero means none at all. Nothing: as configured. */
    Optional<Duration> lockTimeout();

    /** The revision's own {@code statement_timeout}; zero means none at all. Nothing: as configured. */
    Optional<Duration> statementTimeout();

    Reversibility reversibility();

    /** Nothing for a Java revision, whose text is not known when it runs. */
    Optional<Checksums> checksums();
}
