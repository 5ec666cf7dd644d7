package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;

/**
 * Nulls are forbidden without a look at all rows under a lock that stops everything: a check is added for new rows, held
 * against the old ones while the application goes on, and then believed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">SET NOT NULL</a>
 */
final class NotNull {

    private NotNull() {}

    static void change(SchemaObject column, Draft draft) {
        ObjectId id = column.id();
        String alter = ColumnKind.altering(id, draft);
        if (!column.is(Property.NOT_NULL)) {
            draft.add(id, alter + "DROP NOT NULL");
        } else if (draft.isLive(Draft.tableOf(id)) && !column.is(Property.INHERITED)) {
            String table = "ALTER TABLE " + Draft.relation(id) + " ";
            String check = SqlName.quoted(shortened(id.path().get(1) + "_" + id.name()) + "_not_null_check");
            draft.add(id, table + "ADD CONSTRAINT " + check + " CHECK (" + id.quotedName() + " IS NOT NULL) NOT VALID");
            draft.add(Stage.VALIDATION, id, table + "VALIDATE CONSTRAINT " + check);
            draft.add(Stage.VALIDATION, id, alter + "SET NOT NULL");
            draft.add(Stage.VALIDATION, id, table + "DROP CONSTRAINT " + check);
        } else {
            draft.add(id, alter + "SET NOT NULL");
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }
}
