package dev.revgraph.schema.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a database holds, or is to hold, at one moment. Immutable, and ordered whatever the order it was read in.
 * Equality of two of them is exact; what counts as a difference is for the diff to say.
 */
public final class Schema {

    private final SortedMap<ObjectId, SchemaObject> objects;
    private final SortedMap<ObjectId, SortedSet<ObjectId>> needs;
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
        SortedMap<ObjectId, SchemaObject> byId = new TreeMap<>();
        objects.forEach(object -> byId.put(object.id(), object));
        SortedMap<ObjectId, SortedSet<ObjectId>> edges = new TreeMap<>();
        needs.forEach((id, needed) -> edges.put(id, Collections.unmodifiableSortedSet(new TreeSet<>(needed))));
        this.objects = Collections.unmodifiableSortedMap(byId);
        this.needs = Collections.unmodifiableSortedMap(edges);
        this.unmodelled = unmodelled.stream().sorted().toList();
        this.serverVersion = serverVersion;
    }

    /** In the order of their ids. */
    public Collection<SchemaObject> objects() {
        return objects.values();
    }

    public Set<ObjectId> ids() {
        return objects.keySet();
    }

    public Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** What an object cannot be without; empty for one that stands alone. */
    public SortedSet<ObjectId> needs(ObjectId id) {
        return needs.getOrDefault(id, Collections.emptySortedSet());
    }

    public List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** As in {@code server_version_num}: 180006. */
    public int serverVersion() {
        return serverVersion;
    }
}
