package dev.revgraph.cli.output;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON: records (their components are the keys), maps, lists, strings, numbers, and everything else by
 * its text. Components and entries without a value are left out.
 */
public final class Json {

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    public static String of(Object value) {
        Json json = new Json();
        json.value(value);
        return json.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            array(list);
        } else if (value instanceof Record fields) {
            object(fields);
        } else {
            string(value.toString());
        }
    }

    private void array(Collection<?> values) {
        out.append('[');
        for (Iterator<?> all = values.iterator(); all.hasNext(); ) {
            value(all.next());
            out.append(all.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        int start = out.length();
        map.forEach((key, value) -> entry(start, String.valueOf(key), value));
        out.append('}');
    }

    private void object(Record fields) {
        out.append('{');
        int start = out.length();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            entry(start, component.getName(), read(component.getAccessor(), fields));
        }
        out.append('}');
    }

    private void entry(int start, String key, @Nullable Object value) {
        if (value != null) {
            out.append(out.length() == start ? "" : ", ");
            string(key);
            out.append(": ");
            value(value);
        }
    }

    private static @Nullable Object read(Method accessor, Record fields) {
        try {
            // A public component of a record that is not public itself.
            accessor.setAccessible(true);
            return accessor.invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record " + fields.getClass() + " cannot be read.", e);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && isAlone(text, i))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isAlone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
