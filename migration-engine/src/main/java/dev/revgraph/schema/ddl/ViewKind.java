package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A view is replaced as long as its columns stay and new ones come last; otherwise it is made anew, with what needs it. */
final class ViewKind implements KindWriter {

    private static final Pattern COLUMN_COMMENT = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^=]*)=(.*)", Pattern.DOTALL);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "CREATE OR REPLACE VIEW " + wanted.id().quoted() + Options.with(wanted) + " AS\n"
                        + wanted.text(Property.DEFINITION).orElseThrow());
        draft.comment(wanted);
        comments(List.of(), wanted, draft);
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        List<String> before = actual.list(Property.COLUMNS);
        List<String> after = wanted.list(Property.COLUMNS);
        return after.size() >= before.size() && after.subList(0, before.size()).equals(before);
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (difference.properties().contains(Property.DEFINITION)
                || difference.properties().contains(Property.OPTIONS)) {
            draft.add(
                    wanted.id(),
                    "CREATE OR REPLACE VIEW " + wanted.id().quoted() + Options.with(wanted) + " AS\n"
                            + wanted.text(Property.DEFINITION).orElseThrow());
        }
        if (difference.properties().contains(Property.COLUMN_COMMENTS)) {
            comments(actual.list(Property.COLUMN_COMMENTS), wanted, draft);
        }
    }

    static void comments(List<String> before, SchemaObject wanted, Draft draft) {
        Map<String, String> old = comments(before);
        Map<String, String> texts = comments(wanted.list(Property.COLUMN_COMMENTS));
        Set<String> columns = new TreeSet<>(old.keySet());
        columns.addAll(texts.keySet());
        ObjectId id = wanted.id();
        columns.stream()
                .filter(column -> !Objects.equals(old.get(column), texts.get(column)))
                .forEach(column -> draft.add(
                        id,
                        "COMMENT ON COLUMN " + id.quoted() + "." + column + " IS "
                                + (texts.containsKey(column) ? SqlName.literal(texts.get(column)) : "NULL")));
    }

    private static Map<String, String> comments(List<String> lines) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher named = COLUMN_COMMENT.matcher(line);
            if (named.matches()) {
                texts.put(named.group(1), named.group(2));
            }
        }
        return texts;
    }
}
