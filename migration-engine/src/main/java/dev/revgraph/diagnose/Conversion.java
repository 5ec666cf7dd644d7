package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A column's type is changed, and values stand against it. */
final class Conversion implements Cause {

    private static final List<String> TEXTS = List.of("text", "character varying", "character");
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        Optional<TypeChange> change = TypeChange.in(scene.words());
        if (table.isEmpty() || change.isEmpty()) {
            return Optional.empty();
        }
        Look look = scene.look();
        Optional<String> from = table.get().type(look, change.get().column());
        List<String> to = look.list(
                "SELECT pg_catalog.format_type(pg_catalog.to_regtype(?), NULL)",
                change.get().type());
        if (from.isEmpty() || to.get(0).isEmpty()) {
            return Optional.empty();
        }
        return explain(look, table.get(), change.get(), from.get(), to.get(0));
    }

    private static Optional<Diagnosis> explain(Look look, Relation table, TypeChange change, String from, String to)
            throws SQLException {
        String column = look.quoted(change.column());
        Optional<String> converts = converts(look, column, from, to, change.type());
        String what = "The column " + column + " of " + table.sql() + " is of type " + from + " and is to be "
                + change.type() + ".";
        String cast = column + "::" + change.type();
        if (converts.isEmpty()) {
            return Optional.of(Diagnosis.of(
                    what + " Whether its values convert cannot be told without trying.",
                    WayOut.of("Say how: `ALTER TABLE " + table.sql() + " ALTER COLUMN " + column + " TYPE "
                            + change.type() + " USING …`, with an expression that fits every row.")));
        }
        String where = "FROM " + table.sql() + "\n WHERE " + column + " IS NOT NULL AND NOT (" + converts.get() + ")";
        OptionalLong count = look.count(where);
        boolean all = count.isPresent() && count.getAsLong() == 0;
        String alter = "ALTER TABLE " + table.sql() + " ALTER COLUMN " + column + " TYPE " + change.type() + " USING ";
        if (all) {
            return Optional.of(Diagnosis.of(
                    what + " All of its values convert, but PostgreSQL does it only if it is told to"
                            + (hasDefault(look, table, change)
                                    ? "; so does its default not, which has to go first."
                                    : "."),
                    new WayOut(
                            "Put this into the revision instead of the failed statement.",
                            hasDefault(look, table, change)
                                    ? List.of(
                                            "ALTER TABLE " + table.sql() + " ALTER COLUMN " + column + " DROP DEFAULT",
                                            alter + cast)
                                    : List.of(alter + cast))));
        }
        List<String> shown = new ArrayList<>(table.primaryKey(look));
        shown.remove(change.column());
        String keys = shown.isEmpty() ? "" : look.quoted("", shown) + ", ";
        String query = "SELECT " + keys + column + " " + where
                + (shown.isEmpty() ? "" : "\n ORDER BY " + look.quoted("", shown));
        return Optional.of(new Diagnosis(
                what + " " + Counted.rows(count, table.sql())
                        + (count.isPresent() && count.getAsLong() == 1 ? " does not convert." : " do not convert."),
                look.sample(query),
                query,
                waysOut(look, table, change, where, converts.get(), alter, cast)));
    }

    private static List<WayOut> waysOut(
            Look look, Relation table, TypeChange change, String where, String converts, String alter, String cast)
            throws SQLException {
        String column = look.quoted(change.column());
        String name = table.sql();
        String either = "CASE WHEN " + converts + " THEN " + cast + " END";
        String fresh = look.quoted(change.column() + "_new");
        return List.of(
                WayOut.of(
                        "Clean the rows first, each as it deserves or all of them to null, and say how the others convert:"
                                + " put these statements into the revision instead of the failed one.",
                        "UPDATE " + name + " SET " + column + " = NULL" + where.substring(where.indexOf('\n')),
                        alter + cast),
                WayOut.of("Or let what does not convert become null in one go.", alter + either),
                WayOut.of(
                        "Or keep the old values until everything is looked through: a second column beside, which takes its"
                                + " place in the end. What hangs on the column (indexes, constraints, its default) has to be"
                                + " made again.",
                        "ALTER TABLE " + name + " ADD COLUMN " + fresh + " " + change.type(),
                        "UPDATE " + name + " SET " + fresh + " = " + cast + " WHERE " + converts,
                        "ALTER TABLE " + name + " DROP COLUMN " + column,
                        "ALTER TABLE " + name + " RENAME COLUMN " + fresh + " TO " + column));
    }

    private static boolean hasDefault(Look look, Relation table, TypeChange change) throws SQLException {
        return !look.list(
                        "SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = ?::oid AND attname = ? AND atthasdef",
                        table.oid(),
                        change.column())
                .isEmpty();
    }

    /** A condition for values that convert; nothing if there is none that is safe to evaluate. */
    private static Optional<String> converts(Look look, String column, String from, String to, String written)
            throws SQLException {
        String source = from.replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT);
        boolean text = TEXTS.contains(source);
        if (!text && !(INTEGERS.contains(source) && INTEGERS.contains(to))) {
            return Optional.empty();
        }
        int version = Integer.parseInt(look.list("SHOW server_version_num").get(0));
        if (version >= 160000) {
            return Optional.of("pg_input_is_valid(" + column + "::text, '" + written.replace("'", "''") + "')");
        }
        if (!INTEGERS.contains(to)) {
            return Optional.empty();
        }
        String limit = to.equals("smallint") ? "32767" : to.equals("integer") ? "2147483647" : "9223372036854775807";
        return Optional.of("CASE WHEN " + column + "::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN " + column
                + "::numeric BETWEEN -" + limit + " - 1 AND " + limit + " ELSE false END");
    }
}
