package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows that stand against a constraint which a statement adds. */
final class RowsAgainst {

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

    /** The same value twice where it is to be unique. */
    static Optional<Diagnosis> duplicates(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        Words words = scene.words();
        boolean index = words.at(0, "CREATE", "UNIQUE");
        int key = index
                ? words.table().map(Named::next).orElse(-1)
                : Math.max(words.find(0, "UNIQUE"), words.find(0, "PRIMARY", "KEY"));
        if (table.isEmpty() || key < 0 || !(index || words.at(0, "ALTER", "TABLE"))) {
            return Optional.empty();
        }
        int open = words.find(key, "(");
        List<String> columns = open < 0 ? List.of() : words.columns(open);
        if (columns.isEmpty()
                || words.find(key, "WHERE") >= 0
                || !table.get().columns(scene.look()).containsAll(columns)) {
            return Optional.empty();
        }
        Look look = scene.look();
        Duplicates duplicates = Duplicates.of(look, table.get(), columns);
        if (duplicates.isNone()) {
            return Optional.empty();
        }
        String sql = table.get().sql();
        StringBuilder same = new StringBuilder();
        for (String column : columns) {
            same.append(" AND other.")
                    .append(look.quoted(column))
                    .append(" = c.")
                    .append(look.quoted(column));
        }
        return Optional.of(new Diagnosis(
                duplicates.sentence(),
                look.sample(duplicates.query()),
                duplicates.query(),
                List.of(WayOut.of(
                        "Keep one row of each, the one that was stored first; look at them before. Then run the command"
                                + " again.",
                        "DELETE FROM " + sql + " c USING " + sql + " other\n WHERE other.ctid < c.ctid" + same))));
    }

    /** Rows that a new check does not hold for. */
    static Optional<Diagnosis> checked(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        Words words = scene.words();
        String name = scene.failed().constraint();
        int check = words.find(0, "CHECK");
        if (table.isEmpty()
                || name == null
                || !words.at(0, "ALTER", "TABLE")
                || !words.at(check + 1, "(")
                || check < 0
                || words.find(check + 1, "CHECK") >= 0) {
            return Optional.empty();
        }
        Look look = scene.look();
        String sql = table.get().sql();
        String condition = words.between(check + 2, words.closing(check + 1));
        String where = "FROM " + sql + " WHERE NOT (" + condition + ")";
        OptionalLong count = look.count(where);
        if (count.isEmpty() || count.getAsLong() == 0) {
            return Optional.empty();
        }
        String quoted = look.quoted(name);
        return Optional.of(new Diagnosis(
                Counted.rows(count, sql) + (count.getAsLong() == 1 ? " does" : " do") + " not meet the check \"" + name
                        + "\".",
                look.sample("SELECT * " + where),
                "SELECT * " + where,
                List.of(
                        WayOut.of("Correct these rows, or delete them if they are worth nothing.", "DELETE " + where),
                        WayOut.of(
                                "If they can wait: let the check hold for new rows at once. Put the first statement into"
                                        + " the revision instead of the failed one, and type the second one when the old"
                                        + " rows are corrected.",
                                "ALTER TABLE " + sql + " ADD CONSTRAINT " + quoted + " CHECK (" + condition
                                        + ") NOT VALID",
                                "ALTER TABLE " + sql + " VALIDATE CONSTRAINT " + quoted))));
    }
}
