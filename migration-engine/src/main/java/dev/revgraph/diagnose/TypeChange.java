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
}
