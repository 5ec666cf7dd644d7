package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Differences as sentences, seen from the database. */
public final class DifferenceText {

    /** Texts longer than this are not repeated: that they differ is said, and the statements show how. */
    private static final int LONG = 120;

    private DifferenceText() {}

    /**
     * The sentence.
     *
     * @param wanted what the database is held against: {@code the revisions}, {@code schema.sql}
     */
    public static String of(Difference difference, String wanted) {
        String name = sentence(difference.id());
        return switch (difference.change()) {
            case MISSING -> name + " is missing: it is in " + wanted + " and not in the database.";
            case EXTRA -> name + " is extra: it is in the database and not in " + wanted + ".";
            case CHANGED -> changed(name, difference, wanted);
        };
    }

    private static String changed(String name, Difference difference, String wanted) {
        SchemaObject actual = Objects.requireNonNull(difference.actual());
        SchemaObject should = Objects.requireNonNull(difference.wanted());
        String naming = difference.renamed()
                ? " has another name: it is \"" + should.id().name() + "\" in " + wanted + "."
                : "";
        if (difference.properties().isEmpty()) {
            return name + naming;
        }
        return name + naming + (naming.isEmpty() ? " differs: " : " And it differs: ")
                + difference.properties().stream()
                        .map(property -> property.word() + " is " + value(actual, property) + ", and "
                                + value(should, property) + " in " + wanted)
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String value(SchemaObject object, Property property) {
        List<String> values = object.list(property);
        if (values.isEmpty()) {
            return "not set";
        }
        String text = String.join(", ", values);
        if (text.equals("true")) {
            return "set";
        }
        return text.length() > LONG || text.contains("\n") ? "another text" : "`" + text + "`";
    }

    private static String sentence(ObjectId id) {
        return "The " + id.kind().word() + " " + id.text();
    }
}
