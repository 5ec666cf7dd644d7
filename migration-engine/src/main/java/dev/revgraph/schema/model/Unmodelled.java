package dev.revgraph.schema.model;

/**
 * Something that is in the database and that the model has no place for. It is named wherever schemas are compared, so
 * that nobody takes silence for equality.
 *
 * @param kind as PostgreSQL calls it: {@code event trigger}, {@code operator}
 */
public record Unmodelled(String kind, String name) implements Comparable<Unmodelled> {

    @Override
    public int compareTo(Unmodelled other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
