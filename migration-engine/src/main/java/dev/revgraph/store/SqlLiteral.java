package dev.revgraph.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Values written into SQL, for scripts: nothing binds them there. What is written means the same whatever
 * {@code standard_conforming_strings} is, and psql replaces nothing in it.
 */
public final class SqlLiteral {

    /** SQL that stands where a value would. */
    record Expression(String sql) {}

    private SqlLiteral() {}

    /** A text as SQL; what has several lines stays readable. */
    public static String of(String text) {
        if (text.indexOf('\n') >= 0) {
            return dollarQuoted(text);
        }
        return text.indexOf('\\') < 0
                ? "'" + text.replace("'", "''") + "'"
                : "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String dollarQuoted(String text) {
        String tag = "$text$";
        for (int i = 1; (text + "$").contains(tag); i++) {
            tag = "$text" + i + "$";
        }
        return tag + text + tag;
    }

    /** A statement with its values in the places where they would be bound. */
    static String inlined(String sql, List<Object> values) {
        AtomicInteger places = new AtomicInteger();
        String inlined = placed(sql, number -> {
            places.set(number);
            return number <= values.size() ? of(values.get(number - 1)) : "?";
        });
        if (places.get() != values.size()) {
            throw new IllegalArgumentException(
                    "The statement has " + places + " places for " + values.size() + " values.");
        }
        return inlined;
    }

    /**
     * A statement with something else in the places where values would be bound. A question mark in a quoted name is none.
     *
     * @param written what stands in the place of a number, counted from 1
     */
    static String placed(String sql, IntFunction<String> written) {
        StringBuilder placed = new StringBuilder(sql.length() + 200);
        boolean name = false;
        int number = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            name ^= c == '"';
            placed.append(c == '?' && !name ? written.apply(++number) : String.valueOf(c));
        }
        return placed.toString();
    }

    /** A value as SQL; of what was to be bound with a type, the value. */
    static String of(@Nullable Object value) {
        if (value == null || (value instanceof SqlParameterValue bound && bound.getValue() == null)) {
            return "NULL";
        }
        if (value instanceof Expression expression) {
            return expression.sql();
        }
        return value instanceof String text ? of(text) : value.toString();
    }
}
