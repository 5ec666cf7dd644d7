package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The numbers that a column gives itself, and the sequence behind them. */
final class Identity {

    private Identity() {}

    /** As a clause of a column's definition; nothing for a partition's, which comes with its parent's. */
    static String definition(SchemaObject column) {
        return isOwn(column) ? clause(column) : "";
    }

    private static String clause(SchemaObject column) {
        return " GENERATED " + kind(column) + " AS IDENTITY"
                + (hasUsualOptions(column)
                        ? ""
                        : " (" + String.join(" ", column.list(Property.SEQUENCE_OPTIONS)) + ")");
    }

    private static boolean hasUsualOptions(SchemaObject column) {
        List<String> options = column.list(Property.SEQUENCE_OPTIONS);
        return options.containsAll(List.of("START WITH 1", "INCREMENT BY 1", "MINVALUE 1", "CACHE 1", "NO CYCLE"))
                && options.contains("MAXVALUE "
                        + switch (column.text(Property.TYPE).orElse("")) {
                            case "smallint" -> Short.MAX_VALUE;
                            case "integer" -> Integer.MAX_VALUE;
                            default -> Long.MAX_VALUE;
                        });
    }

    /** Before anything is made: its sequence has a name that may be wanted. */
    static void release(Difference difference, Draft draft) {
        SchemaObject actual = difference.actual();
        SchemaObject wanted = difference.wanted();
        if (actual != null && wanted != null && isOwn(actual) && !isOwn(wanted)) {
            draft.add(wanted.id(), ColumnKind.altering(wanted.id(), draft) + "DROP IDENTITY");
        }
    }

    /** Whether the sequence has to be brought into narrower bounds before the column gets its type. */
    static boolean narrows(SchemaObject actual, SchemaObject wanted) {
        return bytes(wanted) < bytes(actual);
    }

    /** How many bytes a number takes that is of its type; the sequence behind it has no room for more. */
    private static int bytes(SchemaObject column) {
        return switch (column.text(Property.TYPE).orElse("")) {
            case "smallint" -> Short.BYTES;
            case "integer" -> Integer.BYTES;
            default -> Long.BYTES;
        };
    }

    static void change(SchemaObject actual, SchemaObject wanted, List<Property> properties, String alter, Draft draft) {
        if (!isOwn(wanted)) {
            return;
        }
        String kind = kind(wanted);
        if (!isOwn(actual)) {
            boolean held = properties.contains(Property.NOT_NULL) && draft.isLive(Draft.tableOf(wanted.id()));
            draft.destroys(
                    held ? Stage.VALIDATION : Stage.MAIN,
                    wanted.id(),
                    alter + "ADD" + clause(wanted),
                    "Numbers start at the beginning: set the sequence beyond the greatest "
                            + wanted.id().name() + " in use.");
            return;
        }
        if (properties.contains(Property.IDENTITY)) {
            draft.add(wanted.id(), alter + "SET GENERATED " + kind);
        }
        if (properties.contains(Property.SEQUENCE_OPTIONS) || properties.contains(Property.TYPE)) {
            String options = wanted.list(Property.SEQUENCE_OPTIONS).stream()
                    .map(option -> "SET " + option)
                    .collect(Collectors.joining(" "));
            String sequence = "pg_catalog.pg_get_serial_sequence("
                    + SqlName.literal(Draft.tableOf(wanted.id()).quoted()) + ", "
                    + SqlName.literal(wanted.id().name()) + ")::regclass";
            draft.add(wanted.id(), alter + options + Numbering.fit(actual, wanted, sequence, draft));
        }
    }

    /** A partition's come from its parent. */
    private static boolean isOwn(SchemaObject column) {
        return column.is(Property.IDENTITY) && column.is(Property.SEQUENCE_OPTIONS);
    }

    private static String kind(SchemaObject column) {
        return column.text(Property.IDENTITY).orElse("").toUpperCase(Locale.ROOT);
    }
}
