package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.Locale;
import java.util.Optional;

/** The index that replication knows rows by, and the one that a table is put in order by: a choice that goes with the index. */
final class ChosenIndex {

    private static final String INDEX = "index ";

    private ChosenIndex() {}

    static void replicaIdentity(SchemaObject table, Draft draft) {
        String identity = table.text(Property.REPLICA_IDENTITY).orElse("default");
        boolean byIndex = identity.startsWith(INDEX);
        add(
                table,
                byIndex,
                "REPLICA IDENTITY "
                        + (byIndex
                                ? "USING INDEX " + identity.substring(INDEX.length())
                                : identity.toUpperCase(Locale.ROOT)),
                draft);
    }

    static void cluster(SchemaObject table, Draft draft) {
        Optional<String> index = table.text(Property.CLUSTERED_ON);
        add(table, index.isPresent(), index.map(name -> "CLUSTER ON " + name).orElse("SET WITHOUT CLUSTER"), draft);
    }

    /** An index that it goes by is made later. */
    private static void add(SchemaObject table, boolean byIndex, String action, Draft draft) {
        String sql = "ALTER TABLE " + table.id().quoted() + " " + action;
        if (byIndex && draft.isLive(table.id())) {
            draft.add(Stage.VALIDATION, table.id(), sql);
        } else {
            draft.addLast(table.id(), sql);
        }
    }

    /** Where an index is made anew that was chosen before, and still is. */
    static void again(ObjectId index, Draft draft) {
        Optional<SchemaObject> before = draft.to().home(index).flatMap(draft.from()::find);
        Optional<SchemaObject> after = draft.to().home(index).flatMap(draft.to()::find);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        SchemaObject table = after.get();
        if (stays(Property.REPLICA_IDENTITY, INDEX + index.quotedName(), before.get(), table)) {
            replicaIdentity(table, draft);
        }
        if (stays(Property.CLUSTERED_ON, index.quotedName(), before.get(), table)) {
            cluster(table, draft);
        }
    }

    private static boolean stays(Property property, String value, SchemaObject before, SchemaObject after) {
        return Optional.of(value).equals(before.text(property))
                && before.list(property).equals(after.list(property));
    }
}
