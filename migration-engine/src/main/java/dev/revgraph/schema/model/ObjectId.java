package dev.revgraph.schema.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names an object: its kind, and the path of names that leads to it, from the schema on. Names are as in the catalog, not
 * quoted. Ordered by kind, then by path, so that whatever is sorted by it is the same on every machine.
 */
public record ObjectId(ObjectKind kind, List<String> path) implements Comparable<ObjectId> {

    private static final Comparator<ObjectId> ORDER =
            Comparator.comparing(ObjectId::kind).thenComparing(id -> String.join("\0", id.path()));

    public ObjectId {
        path = List.copyOf(path);
        if (path.size() != kind.parts()) {
            throw new IllegalArgumentException(
                    "A " + kind.word() + " is named by " + kind.parts() + " names, not by " + path + ".");
        }
    }

    public static ObjectId of(ObjectKind kind, String... path) {
        return new ObjectId(kind, List.of(path));
    }

    /** Its own name, without what it is in. */
    public String name() {
        return path.get(kind.parts() == 1 ? 0 : nameAt());
    }

    /** The same with another name of its own. */
    public ObjectId named(String name) {
        List<String> changed = new ArrayList<>(path);
        changed.set(kind.parts() == 1 ? 0 : nameAt(), name);
        return new ObjectId(kind, changed);
    }

    private int nameAt() {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE -> 1;
            default -> path.size() - 1;
        };
    }

    /** What it is in and would go with: of a column its table and its schema. Which of them there are is not known here. */
    public List<ObjectId> containers() {
        List<ObjectId> containers = new ArrayList<>();
        if (path.size() > 1 && kind != ObjectKind.GRANT && kind != ObjectKind.DEFAULT_PRIVILEGE) {
            containers.add(of(ObjectKind.SCHEMA, path.get(0)));
        }
        for (ObjectKind container : kind.containers()) {
            containers.add(of(container, path.get(0), path.get(1)));
        }
        return containers;
    }

    /** For people and JSON: {@code public.users.email}. Not quoted, so not for SQL. */
    public String text() {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE -> path.get(0) + "." + path.get(1) + "(" + path.get(2) + ")";
            case GRANT -> path.get(1) + " to " + path.get(2);
            default -> String.join(".", path);
        };
    }

    /** For SQL, each part quoted where it has to be: {@code public."Users"}. Not for functions, grants and the like. */
    public String quoted() {
        return quoted(path);
    }

    /** Its own name for SQL, without what it is in. */
    public String quotedName() {
        return SqlName.quoted(name());
    }

    /** What it belongs to, for SQL: of a column its table. */
    public String quotedOwner() {
        return quoted(path.subList(0, path.size() - 1));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(SqlName::quoted).collect(Collectors.joining("."));
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + " " + text();
    }
}
