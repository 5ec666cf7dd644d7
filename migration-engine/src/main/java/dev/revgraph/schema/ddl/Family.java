package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which tables are partitions or heirs of which. Immutable. */
final class Family {

    private final Schema schema;
    private final Map<ObjectId, List<ObjectId>> parents = new HashMap<>();
    private final Map<ObjectId, List<ObjectId>> children = new HashMap<>();

    Family(Schema schema) {
        this.schema = schema;
        schema.objects().stream()
                .filter(object -> object.id().kind() == ObjectKind.TABLE)
                .forEach(table -> parentNames(table)
                        .forEach(name -> schema.needs(table.id()).stream()
                                .filter(id -> id.kind() == ObjectKind.TABLE
                                        && id.quoted().equals(name))
                                .forEach(parent -> link(table.id(), parent))));
    }

    private void link(ObjectId child, ObjectId parent) {
        parents.computeIfAbsent(child, key -> new ArrayList<>()).add(parent);
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(child);
    }

    /** For SQL, in order. */
    static List<String> parentNames(SchemaObject table) {
        return Stream.concat(table.list(Property.PARTITION_OF).stream(), table.list(Property.INHERITS).stream())
                .toList();
    }

    List<ObjectId> parents(ObjectId table) {
        return parents.getOrDefault(table, List.of());
    }

    /** Parents, their parents, and so on. */
    Set<ObjectId> ancestors(ObjectId table) {
        return reached(table, parents);
    }

    /** Partitions or heirs, theirs, and so on. */
    Set<ObjectId> descendants(ObjectId table) {
        return reached(table, children);
    }

    private static Set<ObjectId> reached(ObjectId start, Map<ObjectId, List<ObjectId>> steps) {
        Set<ObjectId> reached = new TreeSet<>();
        List<ObjectId> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            steps.getOrDefault(open.remove(0), List.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** The column of the same name in each of the tables that has one. */
    List<SchemaObject> columns(Iterable<ObjectId> tables, String name) {
        List<SchemaObject> columns = new ArrayList<>();
        tables.forEach(table -> schema.find(ObjectId.of(
                        ObjectKind.COLUMN, table.path().get(0), table.path().get(1), name))
                .ifPresent(columns::add));
        return columns;
    }
}
