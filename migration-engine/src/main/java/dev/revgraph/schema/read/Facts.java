package dev.revgraph.schema.read;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.Unmodelled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the queries have told so far. Not thread-safe. */
final class Facts {

    private final Map<ObjectId, Map<Property, List<String>>> objects = new HashMap<>();
    private final Map<Address, ObjectId> places = new HashMap<>();
    private final Map<Address, Address> parts = new HashMap<>();
    private final Map<ObjectId, Address> later = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> needs = new HashMap<>();

    void add(ObjectId id, @Nullable Address place, Map<Property, List<String>> properties) {
        objects.put(id, properties);
        if (place != null) {
            places.put(place, id);
        }
    }

    /** Something that is kept apart in the catalog and belongs to something else. */
    void part(Address part, Address of) {
        parts.put(part, of);
    }

    /** What nobody has told of is left out: it is none of the objects in scope. */
    void comment(Address place, String text) {
        ObjectId id = places.get(place);
        if (id != null) {
            objects.getOrDefault(id, new HashMap<>()).put(Property.COMMENT, List.of(text));
        }
    }

    void need(Address dependent, Address needed) {
        ObjectId from = find(dependent);
        ObjectId to = find(needed);
        if (from != null && to != null) {
            need(from, to);
        }
    }

    /** What is needed may be told of only later. */
    void needLater(ObjectId from, Address needed) {
        later.put(from, needed);
    }

    /** Everything has been told of. */
    void link() {
        later.forEach((from, needed) -> {
            ObjectId to = find(needed);
            if (to != null) {
                need(from, to);
            }
        });
    }

    /** A sequence that goes with its column can be without it; the column's default cannot be without the sequence. */
    private void need(ObjectId from, ObjectId to) {
        boolean owned = from.kind() == ObjectKind.SEQUENCE && to.kind() == ObjectKind.COLUMN;
        if (!from.equals(to) && !owned) {
            needs.computeIfAbsent(from, key -> new HashSet<>()).add(to);
        }
    }

    private @Nullable ObjectId find(Address address) {
        Address at = address;
        while (at != null) {
            ObjectId found = places.get(at);
            if (found != null) {
                return found;
            }
            Address next = parts.get(at);
            at = next == null && at.part() != 0 ? at.whole() : next;
        }
        return null;
    }

    Schema schema(Collection<Unmodelled> unmodelled, int serverVersion) {
        List<SchemaObject> all = new ArrayList<>(objects.size());
        objects.forEach((id, properties) -> {
            all.add(new SchemaObject(id, properties));
            id.containers().stream().filter(objects::containsKey).forEach(container -> need(id, container));
        });
        return new Schema(all, needs, unmodelled, serverVersion);
    }
}
