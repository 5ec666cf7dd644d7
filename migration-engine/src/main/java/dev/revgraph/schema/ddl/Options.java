package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in {@code WITH (...)}. */
final class Options {

    private Options() {}

    /** With a blank before it; nothing if there are none. */
    static String with(SchemaObject object) {
        Map<String, String> options = of(object);
        return options.isEmpty() ? "" : " WITH (" + list(options) + ")";
    }

    /** {@code SET (...)} and {@code RESET (...)}, whichever is needed. */
    static List<String> change(SchemaObject actual, SchemaObject wanted) {
        Map<String, String> before = of(actual);
        Map<String, String> after = of(wanted);
        List<String> changes = new ArrayList<>();
        Map<String, String> set = new TreeMap<>(after);
        set.entrySet().removeAll(before.entrySet());
        if (!set.isEmpty()) {
            changes.add("SET (" + list(set) + ")");
        }
        before.keySet().removeAll(after.keySet());
        if (!before.isEmpty()) {
            changes.add("RESET (" + String.join(", ", before.keySet()) + ")");
        }
        return changes;
    }

    private static String list(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = " + value(option.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(String text) {
        return text.matches("[a-z]+|-?[0-9]+(\\.[0-9]+)?") ? text : SqlName.literal(text);
    }

    private static Map<String, String> of(SchemaObject object) {
        Map<String, String> options = new TreeMap<>();
        object.list(Property.OPTIONS)
                .forEach(option -> options.put(
                        option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1)));
        return options;
    }
}
