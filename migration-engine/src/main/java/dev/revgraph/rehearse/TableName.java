package dev.revgraph.rehearse;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table by schema and name, as they are in the catalog. Immutable.
 *
 * @param schema not quoted
 * @param name not quoted
 */
public record TableName(String schema, String name) {

    /** The schema without these tables and what goes with them. */
    static Schema without(Schema schema, List<TableName> tables) {
        if (tables.isEmpty()) {
            return schema;
        }
        Set<ObjectId> gone = new TreeSet<>();
        schema.ids().stream()
                .filter(id -> tables.stream().anyMatch(table -> table.holds(schema, id)))
                .forEach(gone::add);
        return Clearing.without(schema, gone);
    }

    private boolean holds(Schema all, ObjectId id) {
        Optional<ObjectId> home = all.home(id);
        return home.isPresent()
                ? holds(all, home.get())
                : id.path().size() == 2 && id.path().equals(List.of(schema, name));
    }

    /** For people. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
