package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows that stand against a check which a statement adds. */
final class RowsAgainst {

    private static final String CONDITION = """
            SELECT pg_catalog.pg_get_expr(conbin, conrelid) FROM pg_catalog.pg_constraint
             WHERE conrelid = ?::oid AND conname = ? AND contype = 'c'
            """;

    private RowsAgainst() {}

    /** Rows that a check does not hold for: a new one, or one that is proven later. */
    static Optional<Diagnosis> checked(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        String name = scene.failed().constraint();
        if (table.isEmpty() || name == null || !scene.words().at(0, "ALTER", "TABLE")) {
            return Optional.empty();
        }
        List<String> existing = scene.look().list(CONDITION, table.get().oid(), name);
        Optional<String> condition = existing.isEmpty() ? added(scene.words(), name) : Optional.of(existing.get(0));
        return condition.isEmpty()
                ? Optional.empty()
                : checked(scene.look(), table.get(), name, condition.get(), !existing.isEmpty());
    }

    /** The condition of the check of this name; of the only one, if it has no name. */
    private static Optional<String> added(Words words, String name) {
        List<String> unnamed = new ArrayList<>();
        for (int i = words.find(0, "CHECK"); i >= 0; i = words.find(i + 1, "CHECK")) {
            if (!words.at(i + 1, "(")) {
                continue;
            }
            String condition = words.between(i + 2, words.closing(i + 1));
            if (!words.at(i - 2, "CONSTRAINT")) {
                unnamed.add(condition);
            } else if (words.name(i - 1)
                    .filter(found -> found.name().name().name().equals(name))
                    .isPresent()) {
                return Optional.of(condition);
            }
        }
        return unnamed.size() == 1 ? Optional.of(unnamed.get(0)) : Optional.empty();
    }

    private static Optional<Diagnosis> checked(Look look, Relation table, String name, String condition, boolean exists)
            throws SQLException {
        String sql = table.sql();
        String where = "FROM " + sql + " WHERE NOT (" + condition + ")";
        OptionalLong count = look.count(where);
        if (count.isEmpty() || count.getAsLong() == 0) {
            return Optional.empty();
        }
        String quoted = look.quoted(name);
        WayOut correct = WayOut.of("Correct these rows, or delete them if they are worth nothing.", "DELETE " + where);
        return Optional.of(new Diagnosis(
                Counted.rows(count, sql) + (count.getAsLong() == 1 ? " does" : " do") + " not meet the check \"" + name
                        + "\".",
                look.sample("SELECT * " + where),
                "SELECT * " + where,
                exists
                        ? List.of(correct)
                        : List.of(
                                correct,
                                WayOut.of(
                                        "If they can wait: let the check hold for new rows at once. Put the first statement into"
                                                + " the revision instead of the failed one, and type the second one when the old"
                                                + " rows are corrected.",
                                        "ALTER TABLE " + sql + " ADD CONSTRAINT " + quoted + " CHECK (" + condition
                                                + ") NOT VALID",
                                        "ALTER TABLE " + sql + " VALIDATE CONSTRAINT " + quoted))));
    }
}
