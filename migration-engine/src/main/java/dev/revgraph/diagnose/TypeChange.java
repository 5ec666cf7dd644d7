package dev.revgraph.diagnose;

import java.util.Optional;

/**
 * The change of a column's type in an ALTER TABLE.
 *
 * @param type the new type, as it is written
 * @param using the expression behind USING; empty if there is none
 */
record TypeChange(String column, String type, String using) {

    /** The one in a statement that changes one type. */
    static Optional<TypeChange> in(Words words) {
        if (!words.at(0, "ALTER", "TABLE")) {
            return Optional.empty();
        }
        Optional<TypeChange> found = Optional.empty();
        for (int i = words.find(2, "ALTER"); i >= 0; i = words.find(i + 1, "ALTER")) {
            Optional<Words.Named> column = words.name(words.skip(i + 1, "COLUMN"));
            if (column.isEmpty()) {
                continue;
            }
            int at = words.skip(column.get().next(), "SET", "DATA");
            if (!words.at(at, "TYPE")) {
                continue;
            }
            if (found.isPresent()) {
                return Optional.empty();
            }
            int end = words.endOfClause(at + 1);
            int using = words.find(at, "USING");
            int collate = words.find(at, "COLLATE");
            int typeEnd = Math.min(using < 0 ? end : Math.min(using, end), collate < 0 ? end : Math.min(collate, end));
            found = Optional.of(new TypeChange(
                    column.get().name().name().name(),
                    words.between(at + 1, typeEnd),
                    using < 0 || using > end ? "" : words.between(using + 1, end)));
        }
        return found;
    }

    /**
     * What is converted, as SQL: {@code trim(phone)} of {@code trim(phone)::int}. Nothing if the expression behind USING does
     * more than to convert one value.
     *
     * @param column the column as SQL, which is meant if nothing is written
     */
    Optional<String> source(String column) {
        if (using.isEmpty()) {
            return Optional.of(column);
        }
        Words words = Words.of(using);
        boolean cast = words.at(0, "CAST", "(");
        int as = cast ? words.find(2, "AS") : -1;
        if (cast && as > 0 && words.closing(1) == words.size() - 1) {
            return primary(Words.of(words.between(2, as)));
        }
        int at = words.find(0, "::");
        boolean rest = at > 0
                && words.find(at + 1, "::") < 0
                && words.between(at + 1, words.size()).equalsIgnoreCase(type);
        return rest ? primary(Words.of(words.between(0, at))) : Optional.empty();
    }

    /** The expression if it is a column, a call, or in parentheses: a cast behind it holds for all of it. */
    private static Optional<String> primary(Words words) {
        int open = words.name(0).map(Words.Named::next).orElse(0);
        boolean whole = open == words.size() || (words.at(open, "(") && words.closing(open) == words.size() - 1);
        return whole && words.size() > 0 ? Optional.of(words.text()) : Optional.empty();
    }
}
