package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A foreign key that rows stand against: rows that refer to nothing, or rows that refer to what is to go. */
final class OrphanRows implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        String name = scene.failed().constraint();
        if (table.isEmpty() || name == null || scene.words().size() == 0) {
            return Optional.empty();
        }
        Look look = scene.look();
        Optional<ForeignKey> existing = ForeignKey.existing(look, table.get(), name);
        Optional<ForeignKey> key =
                existing.isPresent() ? existing : ForeignKey.wanted(look, table.get(), name, scene.words());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Words words = scene.words();
        if (!words.at(0, "ALTER", "TABLE")) {
            return existing.isPresent() ? ofRowsThatAreChanged(look, key.get(), words) : Optional.empty();
        }
        return ofRowsThatExist(look, key.get());
    }

    private static Optional<Diagnosis> ofRowsThatExist(Look look, ForeignKey key) throws SQLException {
        String from = "FROM " + key.table().own() + " c\n WHERE " + key.orphaned(look);
        OptionalLong count = look.count(from);
        if (count.isPresent() && count.getAsLong() == 0) {
            return Optional.of(Diagnosis.of("Now that the revision is rolled back, every row of "
                    + key.table().sql()
                    + " finds what the key \"" + key.name() + "\" refers to in "
                    + key.referenced().sql()
                    + ": the rows in question come from an earlier statement of the revision, or have been corrected"
                    + " meanwhile."));
        }
        String columns = look.quoted("c.", key.columns());
        String query = "SELECT " + columns + ", count(*) AS rows " + from + "\n GROUP BY " + columns
                + "\n ORDER BY count(*) DESC, " + columns;
        String finding = Counted.rows(count, key.table().sql()) + (isOne(count) ? " has a (" : " have a (")
                + look.quoted("", key.columns()) + ") that does not exist in "
                + key.referenced().sql() + " ("
                + look.quoted("", key.referencedColumns()) + "), so the key \"" + key.name() + "\" cannot hold.";
        return Optional.of(new Diagnosis(finding, look.sample(query), query, waysOut(look, key)));
    }

    private static boolean isOne(OptionalLong count) {
        return count.isPresent() && count.getAsLong() == 1;
    }

    private static List<WayOut> waysOut(Look look, ForeignKey key) throws SQLException {
        String table = key.table().sql();
        String name = look.quoted(key.name());
        List<WayOut> ways = new ArrayList<>();
        ways.add(WayOut.of(
                "If these rows are worth nothing: delete them, then run the command again.",
                "DELETE FROM " + key.table().own() + " c\n WHERE " + key.orphaned(look)));
        String drop = key.exists() ? "ALTER TABLE " + table + " DROP CONSTRAINT " + name : "";
        if (!key.exists() && !key.table().kind().equals("p")) {
            ways.add(WayOut.of(
                    "If they can wait: let the key hold for new rows at once. Put the first statement into the revision"
                            + " instead of the failed one, and type the second one, or put it into a later revision,"
                            + " when the old rows are cleaned.",
                    "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + key.definition(look, key.options())
                            + " NOT VALID",
                    "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name));
        }
        List<String> nullable = new ArrayList<>();
        if (!drop.isEmpty()) {
            nullable.add(drop);
        }
        List<String> set = new ArrayList<>();
        List<String> primary = key.table().primaryKey(look);
        for (String column : key.columns()) {
            String sql = look.quoted(column);
            nullable.add("ALTER TABLE " + table + " ALTER COLUMN " + sql + " DROP NOT NULL");
            set.add(sql + " = NULL");
        }
        if (key.columns().stream().noneMatch(primary::contains)) {
            nullable.add("UPDATE " + key.table().own() + " c SET " + String.join(", ", set) + "\n WHERE "
                    + key.orphaned(look));
            nullable.add("ALTER TABLE " + table + " ADD CONSTRAINT " + name + " "
                    + key.definition(look, "ON DELETE SET NULL"));
            ways.add(new WayOut(
                    "If the rows are worth keeping without what they refer to: let the column be null. Put these"
                            + " statements into the revision instead of the failed one.",
                    nullable));
        }
        return ways;
    }

    private static Optional<Diagnosis> ofRowsThatAreChanged(Look look, ForeignKey key, Words words)
            throws SQLException {
        String definition = "The key \"" + key.name() + "\" of " + key.table().sql() + " says "
                + key.definition(look, key.options());
        Optional<Relation> changed =
                words.table().isPresent() ? look.relation(words.table().get().name()) : Optional.empty();
        boolean removes =
                words.at(0, "DELETE") || (words.at(0, "UPDATE") && changed.equals(Optional.of(key.referenced())));
        if (!removes) {
            return Optional.of(Diagnosis.of(
                    definition + ", and the statement writes a row that refers to nothing in "
                            + key.referenced().sql() + ".",
                    WayOut.of("Write the rows of " + key.referenced().sql()
                            + " first, in the revision or in one that it names in `depends-on`; or leave out the rows"
                            + " that refer to nothing.")));
        }
        int where = words.find(0, "WHERE");
        boolean plain = words.at(0, "DELETE")
                && changed.equals(Optional.of(key.referenced()))
                && words.find(0, "USING") < 0
                && words.find(0, "RETURNING") < 0
                && words.table().map(Words.Named::next).orElse(-1) == (where < 0 ? words.size() : where);
        if (!plain) {
            return Optional.of(Diagnosis.of(
                    definition + ", and rows of it refer to what the statement removes.",
                    WayOut.of("Delete the rows of " + key.table().sql()
                            + " that refer to it, or let them refer to others, before the statement.")));
        }
        return Optional.of(ofRowsThatGo(look, key, words.between(where, words.size()), definition));
    }

    private static Diagnosis ofRowsThatGo(Look look, ForeignKey key, String where, String definition)
            throws SQLException {
        String columns = look.quoted("", key.columns());
        String from = "FROM " + key.table().sql() + "\n WHERE (" + columns + ") IN (SELECT "
                + look.quoted("", key.referencedColumns()) + " FROM "
                + key.referenced().sql()
                + (where.isEmpty() ? "" : " " + where) + ")";
        String query = "SELECT " + columns + ", count(*) AS rows " + from + "\n GROUP BY " + columns
                + "\n ORDER BY count(*) DESC, " + columns;
        List<WayOut> ways = new ArrayList<>();
        ways.add(WayOut.of(
                "First the rows that refer, then those referred to: put this before the statement.", "DELETE " + from));
        List<String> set = new ArrayList<>();
        for (String column : key.columns()) {
            set.add(look.quoted(column) + " = NULL");
        }
        ways.add(WayOut.of(
                "If they are to stay, and the column may be null: put this before the statement.",
                "UPDATE " + key.table().sql() + " SET " + String.join(", ", set) + from.substring(from.indexOf('\n'))));
        return new Diagnosis(
                definition + ". " + Counted.rows(look.count(from), key.table().sql())
                        + " would be left without what they refer to.",
                look.sample(query),
                query,
                ways);
    }
}
