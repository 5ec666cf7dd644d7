package dev.revgraph.graph;

/**
 * A name as a revision declares it (a parent, a dependency, a label), with the line it stands in.
 *
 * @param name the id or label
 * @param line the line, counted from 1; 0 if unknown
 */
public record Reference(RevisionId name, int line) {

    public static Reference to(String name) {
        return new Reference(new RevisionId(name), 0);
    }

    @Override
    public String toString() {
        return name.value();
    }
}
