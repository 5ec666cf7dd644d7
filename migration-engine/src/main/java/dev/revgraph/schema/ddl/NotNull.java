package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.Locale;

/**
 * Nulls are forbidden without a look at all rows under a lock that stops everything: a check is added for new rows, held
 * against the old ones while the application goes on, and then believed. From PostgreSQL 18 on the constraint may also
 * be one that old rows are not held against, or that no heir has.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">SET NOT NULL</a>
 */
final class NotNull {

    private static final String NOT_VALID = "not valid";

    private NotNull() {}

    /** As it stands behind a column's type, with a blank before it; nothing if it cannot stand there. */
    static String definition(SchemaObject column) {
        return column.is(Property.NOT_NULL) && isValid(column) ? constraint(column) + " NOT NULL" + how(column) : "";
    }

    /** What cannot stand behind a column's type. */
    static void finish(SchemaObject column, Draft draft) {
        if (column.is(Property.NOT_NULL) && !isValid(column)) {
            add(column, draft);
        }
    }

    static void change(SchemaObject actual, SchemaObject wanted, Draft draft) {
        ObjectId id = wanted.id();
        String alter = ColumnKind.altering(id, draft);
        if (!wanted.is(Property.NOT_NULL)) {
            draft.add(id, alter + "DROP NOT NULL");
            keepInHeirs(id, draft);
        } else if (comesFromParent(actual, wanted, draft)) {
            return;
        } else if (!isUsual(wanted)) {
            if (actual.is(Property.NOT_NULL)) {
                draft.add(id, alter + "DROP NOT NULL");
            }
            add(wanted, draft);
        } else if (actual.is(Property.NOT_NULL) && !isUsual(actual) && isValid(actual)) {
            draft.add(id, alter + "DROP NOT NULL");
            draft.add(id, alter + "SET NOT NULL");
        } else if (draft.isLive(Draft.tableOf(id))
                && !wanted.is(Property.INHERITED)
                && !ColumnKind.isOfParent(id, draft)) {
            holdFirst(id, alter, draft);
        } else {
            draft.add(id, alter + "SET NOT NULL");
        }
    }

    private static void holdFirst(ObjectId id, String alter, Draft draft) {
        String table = "ALTER TABLE " + Draft.relation(id) + " ";
        String check = SqlName.quoted(Named.beside(id.path().get(1) + "_" + id.name(), "_not_null_check"));
        draft.add(id, table + "ADD CONSTRAINT " + check + " CHECK (" + id.quotedName() + " IS NOT NULL) NOT VALID");
        draft.add(Stage.VALIDATION, id, table + "VALIDATE CONSTRAINT " + check);
        draft.add(Stage.VALIDATION, id, alter + "SET NOT NULL");
        draft.add(Stage.VALIDATION, id, table + "DROP CONSTRAINT " + check);
    }

    private static void add(SchemaObject column, Draft draft) {
        draft.add(
                column.id(),
                "ALTER TABLE " + Draft.relation(column.id()) + " ADD" + constraint(column) + " NOT NULL "
                        + column.id().quotedName() + how(column));
    }

    private static String constraint(SchemaObject column) {
        return column.text(Property.NOT_NULL_NAME)
                .map(name -> " CONSTRAINT " + SqlName.quoted(name))
                .orElse("");
    }

    private static String how(SchemaObject column) {
        return isUsual(column)
                ? ""
                : " " + column.text(Property.NOT_NULL).orElse("").toUpperCase(Locale.ROOT);
    }

    private static boolean isUsual(SchemaObject column) {
        return column.text(Property.NOT_NULL).filter("true"::equals).isPresent();
    }

    private static boolean isValid(SchemaObject column) {
        return column.text(Property.NOT_NULL)
                .filter(text -> text.contains(NOT_VALID))
                .isEmpty();
    }

    /** Whether the same happens to a parent's column, which happens to those of its heirs with it. */
    private static boolean comesFromParent(SchemaObject actual, SchemaObject wanted, Draft draft) {
        return draft
                .before()
                .columns(
                        draft.before().parents(Draft.tableOf(actual.id())),
                        actual.id().name())
                .stream()
                .filter(parent -> parent.list(Property.NOT_NULL).equals(actual.list(Property.NOT_NULL)))
                .flatMap(parent -> draft.to().find(parent.id()).stream())
                .anyMatch(parent -> isUsual(parent)
                        && isUsual(wanted)
                        && draft.after().parents(Draft.tableOf(wanted.id())).contains(Draft.tableOf(parent.id())));
    }

    /** A heir loses it with its parent, whatever it has of its own. */
    private static void keepInHeirs(ObjectId id, Draft draft) {
        draft.after().columns(draft.after().descendants(Draft.tableOf(id)), id.name()).stream()
                .filter(column -> isUsual(column)
                        && draft.from()
                                .find(column.id())
                                .filter(NotNull::isUsual)
                                .isPresent())
                .forEach(column -> draft.add(column.id(), ColumnKind.altering(column.id(), draft) + "SET NOT NULL"));
    }
}
