package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A revision writes a value that is there already, in a table whose key forbids it. */
final class ExistingKey implements Cause {

    private static final String FIND = """
            SELECT coalesce(pg_catalog.pg_get_constraintdef(k.oid), pg_catalog.pg_get_indexdef(i.indexrelid)),
                   coalesce(k.condeferrable, false)
              FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
             WHERE i.indrelid = ?::oid AND c.relname = ? AND i.indisunique
            """;

    /** Sequences that give the defaults of the key's columns. */
    private static final String SEQUENCES = """
            SELECT pg_catalog.quote_ident(a.attname), s.name
              FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
             CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_serial_sequence(?, a.attname)) AS s (name)
             WHERE i.indrelid = ?::oid AND c.relname = ? AND i.indnkeyatts = 1 AND s.name IS NOT NULL
            """;

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        String name = scene.failed().constraint();
        Words words = scene.words();
        boolean writes = words.size() == 0
                || words.at(0, "INSERT")
                || words.at(0, "UPDATE")
                || words.at(0, "MERGE")
                || words.at(0, "COPY");
        if (table.isEmpty() || name == null || !writes) {
            return Optional.empty();
        }
        List<List<String>> key = scene.look().rows(FIND, table.get().oid(), name);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<WayOut> ways = new ArrayList<>();
        String behind = behind(scene.look(), table.get(), name, words, ways);
        boolean deferrable = key.get(0).get(1).equals("t");
        ways.addAll(waysOut(words, deferrable));
        return Optional.of(Diagnosis.of(
                "The key \"" + name + "\" of " + table.get().sql() + " says "
                        + key.get(0).get(0) + ", and "
                        + (words.size() == 0 ? "the revision" : "the statement")
                        + " writes a value that is there already." + behind,
                ways));
    }

    private static List<WayOut> waysOut(Words words, boolean deferrable) {
        List<WayOut> ways = new ArrayList<>();
        // What is checked later cannot be passed over.
        if (words.at(0, "INSERT") && words.find(0, "CONFLICT") < 0 && !deferrable) {
            int end = words.find(0, "RETURNING");
            ways.add(WayOut.of(
                    "If what is there may stay as it is: let the statement pass over it.",
                    words.with(
                                    end < 0 ? words.size() : end,
                                    end < 0 ? " ON CONFLICT DO NOTHING" : "ON CONFLICT DO NOTHING")
                            .stripTrailing()));
        }
        if (words.size() == 0 && deferrable) {
            ways.add(WayOut.of(
                    "To see which statement it is: put this at the beginning of the revision. Every key is then checked"
                            + " at once.",
                    "SET CONSTRAINTS ALL IMMEDIATE"));
        }
        ways.add(WayOut.of("Otherwise correct the values that the revision writes, or the row that is there."));
        return ways;
    }

    /** Rows were once written with values of their own, and the sequence does not know of them. */
    private static String behind(Look look, Relation table, String key, Words words, List<WayOut> ways)
            throws SQLException {
        if (!words.at(0, "INSERT") && !words.at(0, "COPY")) {
            return "";
        }
        for (List<String> sequence : look.rows(SEQUENCES, table.sql(), table.oid(), key)) {
            String highest = "(SELECT max(" + sequence.get(0) + ") FROM " + table.sql() + ")";
            boolean behind = look.count("FROM " + sequence.get(1) + " WHERE last_value < " + highest)
                            .orElse(0)
                    > 0;
            if (behind) {
                ways.add(WayOut.of(
                        "If the sequence is to give the value: set it behind the highest one that is there.",
                        "SELECT setval('" + sequence.get(1).replace("'", "''") + "', " + highest + ")"));
                return " Its sequence " + sequence.get(1) + " is behind the highest value in the table.";
            }
        }
        return "";
    }
}
