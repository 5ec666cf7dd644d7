package dev.revgraph.schema.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a database holds, or is to hold, at one moment. Immutable, and ordered whatever the order it was read in.
 * Equality of two of them is exact; what counts as a difference is for the diff to say.
 */
public final class Schema {

    private final NavigableMap<ObjectId, SchemaObject> objects;
    private final SortedMap<ObjectId, SortedSet<ObjectId>> needs;
    private final Map<ObjectId, ObjectId> homes;
    private final Map<ObjectId, List<SchemaObject>> parts;
    private final List<Unmodelled> unmodelled;
    private final int serverVersion;

    /**
     * @param needs for each object those that it cannot be without, as {@code pg_depend} says
     * @param serverVersion as in {@code server_version_num}
     */
    public Schema(
            Collection<SchemaObject> objects,
            Map<ObjectId, ? extends Collection<ObjectId>> needs,
            Collection<Unmodelled> unmodelled,
            int serverVersion) {
        NavigableMap<ObjectId, SchemaObject> byId = new TreeMap<>();
        objects.forEach(object -> byId.put(object.id(), object));
        SortedMap<ObjectId, SortedSet<ObjectId>> edges = new TreeMap<>();
        needs.forEach((id, needed) -> edges.put(id, Collections.unmodifiableSortedSet(new TreeSet<>(needed))));
        this.objects = Collections.unmodifiableNavigableMap(byId);
        this.needs = Collections.unmodifiableSortedMap(edges);
        this.homes = homes();
        this.parts = byHome();
        this.unmodelled = unmodelled.stream().sorted().toList();
        this.serverVersion = serverVersion;
    }

    /** In the order of their ids. */
    public Collection<SchemaObject> objects() {
        return objects.values();
    }

    public Set<ObjectId> ids() {
        return objects.navigableKeySet();
    }

    public Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** What an object cannot be without; empty for one that stands alone. */
    public SortedSet<ObjectId> needs(ObjectId id) {
        return needs.getOrDefault(id, Collections.emptySortedSet());
    }

    /**
     * What an object is a part of and goes with: of a column, a constraint, an index its table, of a trigger its table or
     * view, of a sequence the column that owns it. Nothing for what stands by itself in a schema.
     */
    public Optional<ObjectId> home(ObjectId id) {
        return Optional.ofNullable(homes.get(id));
    }

    /** What has the object as its {@link #home}, in order. */
    public List<SchemaObject> parts(ObjectId home) {
        return parts.getOrDefault(home, List.of());
    }

    private Map<ObjectId, List<SchemaObject>> byHome() {
        Map<ObjectId, List<SchemaObject>> found = new HashMap<>();
        objects.forEach((id, object) -> home(id).ifPresent(home ->
                found.computeIfAbsent(home, key -> new ArrayList<>()).add(object)));
        return found;
    }

    private Map<ObjectId, ObjectId> homes() {
        Map<String, ObjectId> owners = owners();
        Map<ObjectId, ObjectId> found = new HashMap<>();
        objects.forEach((id, object) -> {
            Optional<ObjectId> home = switch (id.kind()) {
                case INDEX, STATISTICS ->
                    needs(id).stream()
                            .flatMap(needed -> relation(needed).stream())
                            .findFirst();
                case GRANT -> needs(id).stream().findFirst();
                case SEQUENCE -> object.text(Property.OWNED_BY).map(owners::get);
                case SCHEMA, EXTENSION, PUBLICATION, DEFAULT_PRIVILEGE -> Optional.empty();
                default ->
                    id.containers().stream()
                            .filter(container ->
                                    container.kind() != ObjectKind.SCHEMA && objects.containsKey(container))
                            .findFirst();
            };
            home.ifPresent(there -> found.put(id, there));
        });
        return found;
    }

    /** Columns that own a sequence, by their text. */
    private Map<String, ObjectId> owners() {
        Set<String> texts = objects.values().stream()
                .filter(object -> object.id().kind() == ObjectKind.SEQUENCE)
                .flatMap(object -> object.text(Property.OWNED_BY).stream())
                .collect(Collectors.toSet());
        return texts.isEmpty()
                ? Map.of()
                : objects.navigableKeySet().stream()
                        .filter(id -> id.kind() == ObjectKind.COLUMN && texts.contains(id.quoted()))
                        .collect(Collectors.toMap(ObjectId::quoted, id -> id));
    }

    /** The table or materialised view that a column is of, or that the object itself is. */
    private Optional<ObjectId> relation(ObjectId id) {
        if (id.kind() != ObjectKind.COLUMN && !id.kind().isRelation()) {
            return Optional.empty();
        }
        return Stream.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW)
                .map(kind -> ObjectId.of(kind, id.path().get(0), id.path().get(1)))
                .filter(objects::containsKey)
                .findFirst();
    }

    public List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** As in {@code server_version_num}: 180006. */
    public int serverVersion() {
        return serverVersion;
    }
}
