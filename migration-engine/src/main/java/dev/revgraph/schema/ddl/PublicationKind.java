package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.List;
import java.util.stream.Collectors;

final class PublicationKind implements KindWriter {

    private static final String ALL_TABLES = "ALL TABLES";
    private static final String TABLE = "TABLE ";

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        List<String> elements = wanted.list(Property.ELEMENTS);
        draft.addNew(
                wanted.id(),
                "CREATE PUBLICATION " + wanted.id().quotedName()
                        + (elements.isEmpty() ? "" : " FOR " + joined(elements))
                        + " WITH (" + options(wanted) + ")");
        draft.comment(wanted);
    }

    /** Says once that tables follow: PostgreSQL 14 knows no other way, and all of them know this one. */
    private static String joined(List<String> elements) {
        StringBuilder joined = new StringBuilder();
        boolean inTables = false;
        for (String element : elements) {
            boolean table = element.startsWith(TABLE);
            joined.append(joined.isEmpty() ? "" : ", ")
                    .append(table && inTables ? element.substring(TABLE.length()) : element);
            inTables = table;
        }
        return joined.toString();
    }

    private static String options(SchemaObject wanted) {
        return wanted.list(Property.OPTIONS).stream()
                .map(option -> option.substring(0, option.indexOf('=')) + " = "
                        + SqlName.literal(option.substring(option.indexOf('=') + 1)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return !difference.properties().contains(Property.ELEMENTS)
                || (!wanted.list(Property.ELEMENTS).isEmpty()
                        && !wanted.list(Property.ELEMENTS).contains(ALL_TABLES)
                        && !actual.list(Property.ELEMENTS).contains(ALL_TABLES));
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        String alter = "ALTER PUBLICATION " + wanted.id().quotedName() + " SET ";
        if (difference.properties().contains(Property.ELEMENTS)) {
            draft.add(wanted.id(), alter + joined(wanted.list(Property.ELEMENTS)));
        }
        if (difference.properties().contains(Property.OPTIONS)) {
            draft.add(wanted.id(), alter + "(" + options(wanted) + ")");
        }
    }
}
