package dev.revgraph.script;

import dev.revgraph.graph.RevisionNode;
import dev.revgraph.revision.JavaRevision;
import java.time.Duration;
import java.util.Optional;

/**
 * A revision written in Java.
 *
 * @param node its place in the graph; the class is its origin
 * @param code what to call
 */
public record CodeRevision(
        RevisionNode node,
        boolean transactional,
        Optional<Duration> lockTimeout,
        Optional<Duration> statementTimeout,
        Reversibility reversibility,
        JavaRevision code)
        implements RevisionDefinition {

    @Override
    public Optional<Checksums> checksums() {
        return Optional.empty();
    }
}
