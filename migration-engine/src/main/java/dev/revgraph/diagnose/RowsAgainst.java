package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows that stand against a constraint which a statement adds. */
final class RowsAgainst {

    private static final String CONDITION = """
            SELECT pg_catalog.pg_get_expr(conbin, conrelid) FROM pg_catalog.pg_constraint
             WHERE conrelid = ?::oid AND conname = ? AND contype = 'c'
            """;

    private RowsAgainst() {}

    /** Nulls where there are to be none. */
    static Optional<Diagnosis> nulls(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        String column = scene.failed().column();
        if (table.isEmpty() || column == null || !scene.words().at(0, "ALTER", "TABLE")) {
            return Optional.empty();
        }
        Look look = scene.look();
        String name = look.quoted(column);
        String sql = table.get().sql();
        if (table.get().type(look, column).isEmpty()) {
            return Optional.of(Diagnosis.of(
                    Counted.rows(look.count("FROM " + sql), sql) + " would have a null in the new column " + name + ".",
                    WayOut.of("Give it a DEFAULT in the statement; or add it without NOT NULL, fill it, and then type"
                            + " `ALTER TABLE " + sql + " ALTER COLUMN " + name + " SET NOT NULL`.")));
        }
        String where = "FROM " + sql + " WHERE " + name + " IS NULL";
        OptionalLong count = look.count(where);
        if (count.isPresent() && count.getAsLong() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                Counted.rows(count, sql) + (count.isPresent() && count.getAsLong() == 1 ? " has" : " have")
                        + " a null in the column " + name + ".",
                look.sample("SELECT * " + where),
                "SELECT * " + where,
                List.of(
                        WayOut.of(
                                "Give these rows a value, with the right one in place of …; for a large table in batches:"
                                        + " repeat `UPDATE " + sql + " SET " + name
                                        + " = … WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + sql + " WHERE " + name
                                        + " IS NULL LIMIT 10000))` until it changes no row."),
                        WayOut.of("If they are worth nothing: delete them.", "DELETE " + where))));
    }

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
