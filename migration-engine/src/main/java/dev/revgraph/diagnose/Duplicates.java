package dev.revgraph.diagnose;

import dev.revgraph.diagnose.UniqueKey.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rows that are equal where each should be another.
 *
 * @param groups how many values occur more than once; empty if it is not known
 * @param query shows them, the most frequent first
 * @param delete leaves one of each
 */
record Duplicates(Relation table, String columns, OptionalLong groups, String query, String delete) {

    private static final int LONGEST_NAME = 60;

    static Duplicates of(Look look, Relation table, List<String> names) throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(new Part(look.quoted(name), name));
        }
        return of(look, table, new UniqueKey(null, parts, "", false));
    }

    /** Nothing if the rows cannot be looked at in this way: the key may use what the revision has made itself. */
    static Optional<Duplicates> find(Look look, Relation table, UniqueKey key) throws SQLException {
        Duplicates duplicates = of(look, table, key);
        return look.count("FROM (" + duplicates.query() + "\n LIMIT 0) AS valid")
                        .isPresent()
                ? Optional.of(duplicates)
                : Optional.empty();
    }

    private static Duplicates of(Look look, Relation table, UniqueKey key) throws SQLException {
        List<String> sql = key.parts().stream().map(Part::sql).toList();
        List<String> shown = new ArrayList<>();
        List<String> named = new ArrayList<>();
        List<String> where = new ArrayList<>();
        boolean plain = key.parts().stream().allMatch(part -> part.column() != null);
        for (int i = 0; i < sql.size(); i++) {
            String part = sql.get(i);
            String name = plain ? part : look.quoted(part.length() > LONGEST_NAME ? "key " + (i + 1) : part);
            shown.add(name);
            named.add(plain ? part : part + " AS " + name);
            if (!key.nulls()) {
                where.add(part + " IS NOT NULL");
            }
        }
        if (!key.condition().isEmpty()) {
            where.add("(" + key.condition() + ")");
        }
        String rows = table.own() + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where));
        String all = String.join(", ", shown);
        // An expression may be a constant, which GROUP BY would take for a place in the list.
        String groups = " FROM "
                + (plain ? rows : "(SELECT " + String.join(", ", named) + " FROM " + rows + ") AS keys")
                + "\n GROUP BY " + all + " HAVING count(*) > 1";
        String id = table.kind().equals("p") ? "(tableoid, ctid)" : "ctid";
        String ids = table.kind().equals("p") ? "tableoid, ctid" : "ctid";
        return new Duplicates(
                table,
                String.join(", ", sql),
                look.count("FROM (SELECT 1" + groups + ") AS duplicates"),
                "SELECT " + all + ", count(*) AS rows" + groups + "\n ORDER BY count(*) DESC, " + all,
                "DELETE FROM " + table.own() + "\n WHERE " + id + " IN (SELECT " + ids + " FROM (SELECT " + ids
                        + ", row_number() OVER (PARTITION BY " + String.join(", ", sql) + " ORDER BY " + ids
                        + ") AS copy\n   FROM " + rows + ") AS numbered WHERE copy > 1)");
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
