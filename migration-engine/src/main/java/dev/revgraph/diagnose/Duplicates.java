package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Rows that are equal where each should be another.
 *
 * @param groups how many values occur more than once; empty if it is not known
 * @param query shows them, the most frequent first
 */
record Duplicates(Relation table, String columns, OptionalLong groups, String query) {

    static Duplicates of(Look look, Relation table, List<String> names) throws SQLException {
        String columns = look.quoted("", names);
        StringBuilder notNull = new StringBuilder();
        for (String name : names) {
            notNull.append(notNull.isEmpty() ? "" : " AND ")
                    .append(look.quoted(name))
                    .append(" IS NOT NULL");
        }
        String groups =
                " FROM " + table.sql() + " WHERE " + notNull + "\n GROUP BY " + columns + " HAVING count(*) > 1";
        return new Duplicates(
                table,
                columns,
                look.count("FROM (SELECT 1" + groups + ") AS duplicates"),
                "SELECT " + columns + ", count(*) AS rows" + groups + "\n ORDER BY count(*) DESC, " + columns);
    }

    boolean isNone() {
        return groups.isPresent() && groups.getAsLong() == 0;
    }

    String sentence() {
        if (groups.isEmpty()) {
            return "Some values of (" + columns + ") occur more than once in " + table.sql()
                    + " (too many to be counted in passing).";
        }
        return groups.getAsLong() == 1
                ? "1 value of (" + columns + ") occurs more than once in " + table.sql() + "."
                : groups.getAsLong() + " values of (" + columns + ") occur more than once in " + table.sql() + ".";
    }
}
