package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that a statement wants to be unique: an index, or a constraint of a table.
 *
 * @param name nothing if it is not given one
 * @param parts what is to be unique, as it is written: columns, expressions
 * @param condition for the rows that count; empty if all do
 * @param nulls whether nulls are equal to each other
 */
record UniqueKey(@Nullable String name, List<Part> parts, String condition, boolean nulls) {

    /**
     * A part of a key.
     *
     * @param column its name if it is nothing but a column
     */
    record Part(String sql, @Nullable String column) {}

    /** All that the statement adds. */
    static List<UniqueKey> in(Words words) {
        if (words.at(0, "CREATE", "UNIQUE", "INDEX")) {
            return index(words).stream().toList();
        }
        List<UniqueKey> all = new ArrayList<>();
        for (int i = words.at(0, "ALTER", "TABLE") ? words.find(2, "ADD") : -1; i >= 0; i = words.find(i + 1, "ADD")) {
            boolean named = words.at(i + 1, "CONSTRAINT");
            Optional<Named> name = named ? words.name(i + 2) : Optional.empty();
            int kind = named ? name.map(Named::next).orElse(-1) : i + 1;
            int behind = words.at(kind, "PRIMARY", "KEY") ? kind + 2 : kind + 1;
            boolean unique = words.at(kind, "UNIQUE") || behind == kind + 2;
            int open = words.skip(words.skip(behind, "NULLS", "NOT", "DISTINCT"), "NULLS", "DISTINCT");
            if (unique && words.at(open, "(")) {
                all.add(new UniqueKey(
                        name.map(found -> found.name().name().name()).orElse(null),
                        parts(words, open),
                        "",
                        words.at(behind, "NULLS", "NOT")));
            }
        }
        return all;
    }

    private static Optional<UniqueKey> index(Words words) {
        int on = words.find(3, "ON");
        Optional<Named> table = words.table();
        if (on < 0 || table.isEmpty()) {
            return Optional.empty();
        }
        Optional<Named> name = words.name(words.skip(words.skip(3, "CONCURRENTLY"), "IF", "NOT", "EXISTS"));
        int open = words.find(table.get().next(), "(");
        int end = words.closing(open);
        int where = words.find(end, "WHERE");
        int nulls = words.find(end, "NULLS", "NOT", "DISTINCT");
        return Optional.of(new UniqueKey(
                name.filter(found -> found.first() < on)
                        .map(found -> found.name().name().name())
                        .orElse(null),
                parts(words, open),
                where < 0 ? "" : words.between(where + 1, words.size()),
                nulls >= 0 && (where < 0 || nulls < where)));
    }

    /** How an index sorts does not matter; how it compares does. */
    private static List<Part> parts(Words words, int open) {
        List<Part> parts = new ArrayList<>();
        int i = open;
        while ((i == open && words.at(i, "(")) || words.at(i, ",")) {
            int from = i + 1;
            Optional<Named> column = words.name(from);
            int end = words.at(from, "(")
                    ? words.closing(from) + 1
                    : column.map(Named::next).orElse(from + 1);
            boolean call = column.isPresent() && words.at(end, "(");
            end = call ? words.closing(end) + 1 : end;
            boolean plain = column.isPresent() && !call && !words.at(end, "COLLATE");
            int collation = end;
            end = words.at(end, "COLLATE")
                    ? words.name(collation + 1).map(Named::next).orElse(collation)
                    : end;
            parts.add(new Part(
                    words.between(from, Math.min(end, words.size())),
                    plain ? column.get().name().name().name() : null));
            i = words.endOfClause(end);
        }
        return parts;
    }
}
