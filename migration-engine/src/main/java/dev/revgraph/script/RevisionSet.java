package dev.revgraph.script;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All revisions of an application, valid and connected. Immutable and thread-safe. */
public final class RevisionSet {

    private final RevisionGraph graph;
    private final Map<RevisionId, RevisionDefinition> definitions;
    private final List<Repeatable> repeatables;

    RevisionSet(RevisionGraph graph, Map<RevisionId, RevisionDefinition> definitions, List<Repeatable> repeatables) {
        this.graph = graph;
        this.definitions = new HashMap<>(definitions);
        this.repeatables = List.copyOf(repeatables);
    }

    /** None at all. */
    public static RevisionSet empty() {
        return new RevisionSet(RevisionGraph.empty(), Map.of(), List.of());
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** The definition of a revision; nothing if it is not among these. */
    public Optional<RevisionDefinition> find(RevisionId id) {
        return Optional.ofNullable(definitions.get(id));
    }

    /**
     * The definition of a revision.
     *
     * @throws dev.revgraph.MigrationException (code {@code no-such-revision}) if it is not among these
     */
    public RevisionDefinition get(RevisionId id) {
        RevisionDefinition definition = definitions.get(id);
        if (definition == null) {
            throw new AssertionError("The graph knows a revision without a definition: " + graph.get(id));
        }
        return definition;
    }

    /** Of every revision, in no particular order. */
    public Collection<RevisionDefinition> definitions() {
        return Collections.unmodifiableCollection(definitions.values());
    }

    /** In the order of their names. */
    public List<Repeatable> repeatables() {
        return repeatables;
    }
}
