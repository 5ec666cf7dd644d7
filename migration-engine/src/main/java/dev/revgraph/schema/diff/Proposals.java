package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Renames that could be meant where one thing goes and one like it comes: a column of the same type in the same table, a
 * table with the same columns. Only a person knows whether they are.
 */
public final class Proposals {

    private Proposals() {}

    /** In the form {@code public.users.mail=email}. */
    public static List<String> of(List<Difference> differences, Schema actual, Schema wanted) {
        List<String> proposals = new ArrayList<>();
        for (Difference gone : differences) {
            for (Difference come : differences) {
                if (gone.change() == Difference.Change.EXTRA
                        && come.change() == Difference.Change.MISSING
                        && isAlike(gone.id(), come.id(), actual, wanted)) {
                    proposals.add(gone.id().quoted() + "=" + come.id().quotedName());
                }
            }
        }
        return proposals;
    }

    private static boolean isAlike(ObjectId gone, ObjectId come, Schema actual, Schema wanted) {
        if (gone.kind() != come.kind()) {
            return false;
        }
        return switch (gone.kind()) {
            case TABLE ->
                gone.path().get(0).equals(come.path().get(0))
                        && columns(actual, gone).equals(columns(wanted, come));
            case COLUMN ->
                gone.path().subList(0, 2).equals(come.path().subList(0, 2))
                        && actual.find(gone)
                                .map(column -> column.list(Property.TYPE))
                                .equals(wanted.find(come).map(column -> column.list(Property.TYPE)));
            default -> false;
        };
    }

    private static Map<String, List<String>> columns(Schema schema, ObjectId table) {
        Map<String, List<String>> columns = new TreeMap<>();
        schema.parts(table).stream()
                .filter(part -> part.id().kind() == ObjectKind.COLUMN)
                .forEach((SchemaObject column) -> columns.put(column.id().name(), column.list(Property.TYPE)));
        return columns;
    }
}
