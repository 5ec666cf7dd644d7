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
        if (from.isEmpty()
                || to.get(0).isEmpty()
                || ColumnFacts.of(look, table.get(), change.get().column()).generated()) {
            return Optional.empty();
        }
        return Optional.of(explain(look, table.get(), change.get(), from.get(), to.get(0)));
    }

    private static Diagnosis explain(Look look, Relation table, TypeChange change, String from, String to)
            throws SQLException {
        String column = look.quoted(change.column());
        Optional<String> source = change.source(column);
        Optional<String> converts =
                source.isEmpty() ? Optional.empty() : converts(look, source.get(), from, to, change.type());
        String what = "The column " + column + " of " + table.sql() + " is of type " + from + " and is to be "
                + change.type() + ".";
        if (converts.isEmpty()) {
            return untold(table, change, column, what);
        }
        NewType ways = new NewType(look, table, change, source.get(), converts.get());
        OptionalLong count = look.count(ways.against());
        if (count.isPresent() && count.getAsLong() == 0) {
            return Diagnosis.of(
                    what + " All of its values convert, but PostgreSQL does it only if it is told to"
                            + (ways.facts().hasDefault() ? "; so does its default not, which has to go first." : "."),
                    ways.told());
        }
        List<String> shown = new ArrayList<>(table.primaryKey(look));
        shown.remove(change.column());
        String keys = shown.isEmpty() ? "" : look.quoted("", shown) + ", ";
        String query = "SELECT " + keys + column + " " + ways.against()
                + (shown.isEmpty() ? "" : "\n ORDER BY " + look.quoted("", shown));
        return new Diagnosis(
                what + " " + Counted.rows(count, table.sql())
                        + (count.isPresent() && count.getAsLong() == 1 ? " does not convert." : " do not convert."),
                look.sample(query),
                query,
                ways.waysOut());
    }

    private static Diagnosis untold(Relation table, TypeChange change, String column, String what) {
        return change.using().isEmpty()
                ? Diagnosis.of(
                        what + " Whether its values convert cannot be told without trying.",
                        WayOut.of("Say how: `ALTER TABLE " + table.sql() + " ALTER COLUMN " + column + " TYPE "
                                + change.type() + " USING …`, with an expression that fits every row."))
                : Diagnosis.of(
                        what + " The expression behind USING does not fit every row; which ones cannot be told without"
                                + " trying.",
                        WayOut.of("Let the expression fit every row: `CASE WHEN … THEN … END` leaves null for the"
                                + " others, where the column may be null."));
    }

    /** A condition for values that convert, null where the source is; nothing if there is none that is safe to evaluate. */
    private static Optional<String> converts(Look look, String source, String from, String to, String written)
            throws SQLException {
        String type = from.replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT);
        boolean text = TEXTS.contains(type);
        if (!text && !(INTEGERS.contains(type) && INTEGERS.contains(to))) {
            return Optional.empty();
        }
        int version = Integer.parseInt(look.list("SHOW server_version_num").get(0));
        if (version >= 160000) {
            return Optional.of("pg_input_is_valid(" + source + "::text, '" + written.replace("'", "''") + "')");
        }
        if (!INTEGERS.contains(to)) {
            return Optional.empty();
        }
        String limit = to.equals("smallint") ? "32767" : to.equals("integer") ? "2147483647" : "9223372036854775807";
        return Optional.of("CASE WHEN " + source + "::text !~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN false ELSE "
                + source + "::numeric BETWEEN -" + limit + " - 1 AND " + limit + " END");
    }
}
