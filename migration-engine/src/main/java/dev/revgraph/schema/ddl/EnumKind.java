package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values are added where they belong. A type that loses one, or has them in another order, is made anew beside the old
 * one, and the columns go over: a row that has a value that is gone stops it.
 */
final class EnumKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.addNew(wanted.id(), create(wanted));
        draft.comment(wanted);
    }

    private static String create(SchemaObject wanted) {
        return "CREATE TYPE " + wanted.id().quoted() + " AS ENUM ("
                + wanted.list(Property.ELEMENTS).stream().map(SqlName::literal).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return true;
    }

    @Override
    public boolean disturbs(SchemaObject actual, SchemaObject wanted, Difference difference) {
        return difference.properties().contains(Property.ELEMENTS) && !onlyGrows(actual, wanted);
    }

    private static boolean onlyGrows(SchemaObject actual, SchemaObject wanted) {
        List<String> kept = wanted.list(Property.ELEMENTS).stream()
                .filter(actual.list(Property.ELEMENTS)::contains)
                .toList();
        return kept.equals(actual.list(Property.ELEMENTS));
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (!difference.properties().contains(Property.ELEMENTS)) {
            return;
        }
        if (onlyGrows(actual, wanted)) {
            addValues(actual, wanted, draft);
        } else {
            makeAnew(actual, wanted, draft);
        }
    }

    private static void addValues(SchemaObject actual, SchemaObject wanted, Draft draft) {
        List<String> values = wanted.list(Property.ELEMENTS);
        List<String> old = actual.list(Property.ELEMENTS);
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!old.contains(value)) {
                String place = i > 0
                        ? " AFTER " + SqlName.literal(values.get(i - 1))
                        : old.isEmpty() ? "" : " BEFORE " + SqlName.literal(old.get(0));
                draft.add(
                        Stage.VALUES,
                        wanted.id(),
                        "ALTER TYPE " + wanted.id().quoted() + " ADD VALUE " + draft.ifNotExists()
                                + SqlName.literal(value) + place);
            }
        }
    }

    private static void makeAnew(SchemaObject actual, SchemaObject wanted, Draft draft) {
        ObjectId id = wanted.id();
        ObjectId old = id.named(Named.beside(id.name(), "__old"));
        draft.destroys(
                id,
                "ALTER TYPE " + id.quoted() + " RENAME TO " + old.quotedName(),
                "Values of the enum " + id.text() + " go: rows that have one of " + gone(actual, wanted)
                        + " stop this revision.");
        draft.add(id, create(wanted));
        String type = id.quoted();
        for (SchemaObject column : draft.from().objects()) {
            boolean concerned = column.id().kind() == ObjectKind.COLUMN
                    && !column.is(Property.INHERITED)
                    && !draft.drops(column.id())
                    && draft.from().needs(column.id()).contains(actual.id())
                    && column.text(Property.TYPE).orElse("").startsWith(type);
            if (concerned) {
                goOver(column, type, draft);
            }
        }
        draft.add(id, "DROP TYPE " + old.quoted());
        draft.comment(wanted);
        GrantKind.withdraw(id, draft);
    }

    private static void goOver(SchemaObject column, String type, Draft draft) {
        List<SchemaObject> columns = ColumnKind.withHeirs(column, draft)
                .filter(each -> each.is(Property.DEFAULT))
                .toList();
        String array = column.text(Property.TYPE).orElse("").substring(type.length());
        columns.forEach(each -> draft.add(each.id(), ColumnKind.alteringAlone(each.id(), draft) + "DROP DEFAULT"));
        draft.add(
                column.id(),
                ColumnKind.altering(column.id(), draft) + "TYPE " + type + array + " USING "
                        + column.id().quotedName() + "::text" + array + "::" + type + array);
        columns.stream()
                .filter(each -> staysTheSame(each, draft))
                .forEach(each -> draft.add(
                        each.id(),
                        ColumnKind.alteringAlone(each.id(), draft) + "SET DEFAULT "
                                + each.text(Property.DEFAULT).orElseThrow()));
    }

    /** Otherwise the column itself sets its default, whose value the type may have lost. */
    private static boolean staysTheSame(SchemaObject column, Draft draft) {
        return draft.to()
                .find(column.id())
                .filter(wanted -> wanted.list(Property.DEFAULT).equals(column.list(Property.DEFAULT))
                        && wanted.list(Property.TYPE).equals(column.list(Property.TYPE)))
                .isPresent();
    }

    private static String gone(SchemaObject actual, SchemaObject wanted) {
        return actual.list(Property.ELEMENTS).stream()
                .filter(value -> !wanted.list(Property.ELEMENTS).contains(value))
                .map(SqlName::literal)
                .collect(Collectors.joining(", "));
    }
}
