package dev.revgraph.script;

import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the header of a revision file says; with findings where it is wrong, as much as could be read. */
record RevisionHeader(
        @Nullable RevisionId id,
        String description,
        List<Reference> revises,
        List<Reference> dependsOn,
        List<Reference> labels,
        String created,
        boolean transactional,
        @Nullable Duration lockTimeout,
        @Nullable Duration statementTimeout,
        List<Waiver> waivers) {

    /** The node of the graph; nothing if not even the id is known. */
    Optional<RevisionNode> node(Origin origin) {
        return Optional.ofNullable(id)
                .map(known -> new RevisionNode(known, description, revises, dependsOn, labels, origin));
    }
}
