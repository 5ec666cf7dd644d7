package dev.revgraph.graph;

import java.util.List;

/**
 * A revision as it is declared: one node of the graph, its references not yet resolved.
 *
 * @param id its name
 * @param description what it is for, one line; may be empty
 * @param revises its parents; empty for a base
 * @param dependsOn ids or labels that must be applied before it and that are no parents
 * @param labels the branch labels it carries
 * @param origin where it is declared
 */
public record RevisionNode(
        RevisionId id,
        String description,
        List<Reference> revises,
        List<Reference> dependsOn,
        List<Reference> labels,
        Origin origin) {

    public RevisionNode {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** The parents' ids, as declared. */
    public List<RevisionId> parents() {
        return revises.stream().map(Reference::name).toList();
    }
}
