package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A table comes with its columns and with the constraints that concern it alone. It is never made anew. */
final class TableKind implements KindWriter {

    private static final Set<Property> BY_HAND = Set.of(Property.PARTITION_KEY);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(wanted.id(), statement(wanted, draft));
        if (wanted.is(Property.PARTITION_OF)) {
            inlined(wanted, draft).forEach(part -> Kinds.of(part.id().kind()).create(part, draft));
        }
        security(wanted, draft, wanted.is(Property.ROW_SECURITY), wanted.is(Property.FORCE_ROW_SECURITY));
        if (wanted.is(Property.REPLICA_IDENTITY)) {
            ChosenIndex.replicaIdentity(wanted, draft);
        }
        if (wanted.is(Property.CLUSTERED_ON)) {
            ChosenIndex.cluster(wanted, draft);
        }
        draft.comment(wanted);
        draft.to().parts(wanted.id()).stream()
                .filter(part -> part.id().kind() == ObjectKind.COLUMN)
                .sorted(Comparator.comparing(TableKind::place))
                .forEach(column -> ColumnKind.finish(column, draft));
        if (!wanted.is(Property.PARTITION_OF)) {
            inlined(wanted, draft).forEach(draft::comment);
        }
    }

    private static String statement(SchemaObject wanted, Draft draft) {
        String head = "CREATE " + (wanted.is(Property.PERSISTENCE) ? "UNLOGGED " : "") + "TABLE " + draft.ifNotExists()
                + wanted.id().quoted();
        String body = wanted.is(Property.PARTITION_OF)
                ? " PARTITION OF " + wanted.text(Property.PARTITION_OF).orElseThrow() + " "
                        + wanted.text(Property.PARTITION_BOUND).orElse("DEFAULT")
                : " (" + members(wanted, draft) + ")";
        return head
                + body
                + (wanted.is(Property.INHERITS)
                        ? " INHERITS (" + String.join(", ", wanted.list(Property.INHERITS)) + ")"
                        : "")
                + wanted.text(Property.PARTITION_KEY)
                        .map(key -> " PARTITION BY " + key)
                        .orElse("")
                + wanted.text(Property.ACCESS_METHOD)
                        .map(name -> " USING " + name)
                        .orElse("")
                + Options.with(wanted)
                + wanted.text(Property.TABLESPACE)
                        .map(name -> " TABLESPACE " + name)
                        .orElse("");
    }

    private static String members(SchemaObject table, Draft draft) {
        List<String> lines = new ArrayList<>();
        draft.to().parts(table.id()).stream()
                .filter(part -> part.id().kind() == ObjectKind.COLUMN && !part.is(Property.INHERITED))
                .sorted(Comparator.comparing(TableKind::place))
                .forEach(column -> lines.add(ColumnKind.definition(column)));
        inlined(table, draft).forEach(part -> lines.add(ConstraintKind.definition(part)));
        return lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n";
    }

    private static List<SchemaObject> inlined(SchemaObject table, Draft draft) {
        return draft.to().parts(table.id()).stream()
                .filter(part -> part.id().kind().isConstraint() && draft.comesWithItsTable(part))
                .toList();
    }

    private static int place(SchemaObject column) {
        return Integer.parseInt(column.text(Property.POSITION).orElse("0"));
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        draft.destroys(
                actual.id(),
                "DROP " + Named.forDrop(actual.id(), draft.ifExists()),
                "All rows of " + actual.id().text() + " are lost.");
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return true;
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        ObjectId id = wanted.id();
        String alter = "ALTER TABLE " + id.quoted() + " ";
        List<Property> properties = difference.properties();
        properties.stream()
                .filter(BY_HAND::contains)
                .forEach(property -> draft.refuse("The " + property.word() + " of table "
                        + id.text()
                        + " differs and cannot be altered: make a new table, move the rows, and rename."));
        join(actual, wanted, properties, draft);
        move(wanted, properties, draft);
        Options.change(actual, wanted).forEach(change -> draft.add(id, alter + change));
        security(
                wanted,
                draft,
                properties.contains(Property.ROW_SECURITY),
                properties.contains(Property.FORCE_ROW_SECURITY));
        if (properties.contains(Property.REPLICA_IDENTITY)) {
            ChosenIndex.replicaIdentity(wanted, draft);
        }
        if (properties.contains(Property.CLUSTERED_ON)) {
            ChosenIndex.cluster(wanted, draft);
        }
    }

    /** It becomes a partition, or an heir, of tables that it was none of. */
    private static void join(SchemaObject actual, SchemaObject wanted, List<Property> properties, Draft draft) {
        ObjectId id = wanted.id();
        String alter = "ALTER TABLE " + id.quoted() + " ";
        if (!draft.before().parents(id).containsAll(draft.after().parents(id))) {
            checksOfParents(id, draft);
        }
        if (isMoved(properties)) {
            wanted.text(Property.PARTITION_OF)
                    .ifPresent(parent -> draft.addLast(
                            id,
                            "ALTER TABLE " + parent + " ATTACH PARTITION " + id.quoted() + " "
                                    + wanted.text(Property.PARTITION_BOUND).orElse("DEFAULT")));
        }
        wanted.list(Property.INHERITS).stream()
                .filter(parent -> !actual.list(Property.INHERITS).contains(parent))
                .forEach(parent -> draft.addLast(id, alter + "INHERIT " + parent));
    }

    /** Where and how it is kept. */
    private static void move(SchemaObject wanted, List<Property> properties, Draft draft) {
        ObjectId id = wanted.id();
        String alter = "ALTER TABLE " + id.quoted() + " ";
        if (properties.contains(Property.PERSISTENCE)) {
            draft.destroys(
                    id,
                    alter + (wanted.is(Property.PERSISTENCE) ? "SET UNLOGGED" : "SET LOGGED"),
                    "The table " + id.text() + " is written anew, and nobody can use it meanwhile.");
        }
        if (properties.contains(Property.ACCESS_METHOD)) {
            draft.add(
                    id,
                    alter + "SET ACCESS METHOD "
                            + wanted.text(Property.ACCESS_METHOD).orElse("heap"));
        }
        if (properties.contains(Property.TABLESPACE)) {
            draft.add(
                    id,
                    alter + "SET TABLESPACE " + wanted.text(Property.TABLESPACE).orElse("pg_default"));
        }
    }

    /** A parent takes only who is held to its checks already. */
    private static void checksOfParents(ObjectId id, Draft draft) {
        draft.after().ancestors(id).stream()
                .flatMap(ancestor -> draft.to().parts(ancestor).stream())
                .filter(part -> part.id().kind() == ObjectKind.CHECK && !part.is(Property.NO_INHERIT))
                .forEach(check -> {
                    ObjectId own = ObjectId.of(
                            ObjectKind.CHECK,
                            id.path().get(0),
                            id.path().get(1),
                            check.id().name());
                    if (draft.drops(own) || draft.from().find(own).isEmpty()) {
                        draft.addLast(id, ConstraintKind.altering(own) + "ADD " + ConstraintKind.definition(check));
                    }
                });
    }

    /** Before anything is dropped or made: a parent may go, and the bounds of a partition may be wanted by another one. */
    static void release(Difference difference, Draft draft) {
        SchemaObject actual = Objects.requireNonNull(difference.actual());
        SchemaObject wanted = Objects.requireNonNull(difference.wanted());
        String alter = "ALTER TABLE " + actual.id().quoted() + " ";
        if (isMoved(difference.properties())) {
            actual.text(Property.PARTITION_OF)
                    .ifPresent(parent -> draft.add(
                            wanted.id(),
                            "ALTER TABLE " + parent + " DETACH PARTITION "
                                    + actual.id().quoted()));
        }
        actual.list(Property.INHERITS).stream()
                .filter(parent -> !wanted.list(Property.INHERITS).contains(parent))
                .forEach(parent -> draft.add(wanted.id(), alter + "NO INHERIT " + parent));
    }

    private static boolean isMoved(List<Property> properties) {
        return properties.contains(Property.PARTITION_OF) || properties.contains(Property.PARTITION_BOUND);
    }

    private static void security(SchemaObject wanted, Draft draft, boolean enabling, boolean forcing) {
        String alter = "ALTER TABLE " + wanted.id().quoted() + " ";
        if (enabling) {
            draft.add(
                    wanted.id(),
                    alter + (wanted.is(Property.ROW_SECURITY) ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
        }
        if (forcing) {
            draft.add(
                    wanted.id(),
                    alter + (wanted.is(Property.FORCE_ROW_SECURITY) ? "" : "NO ") + "FORCE ROW LEVEL SECURITY");
        }
    }
}
