package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways to another type of a column, some of whose values do not convert. */
final class NewType {

    private static final List<String> NUMBERS = List.of("smallint", "int2", "integer", "int", "int4", "bigint", "int8");

    private final String table;
    private final String column;
    private final String fresh;
    private final String type;
    private final String converts;
    private final String cast;
    private final String alter;
    private final ColumnFacts facts;

    /**
     * @param source what is converted, as SQL: the column, or an expression over it
     * @param converts the condition for values that convert
     */
    NewType(Look look, Relation table, TypeChange change, String source, String converts) throws SQLException {
        this.table = table.sql();
        this.column = look.quoted(change.column());
        this.fresh = look.quoted(change.column() + "_new");
        this.type = change.type();
        this.converts = converts;
        this.cast = source + "::" + change.type();
        this.alter = "ALTER TABLE " + table.sql() + " ALTER COLUMN " + column;
        this.facts = ColumnFacts.of(look, table, change.column());
    }

    ColumnFacts facts() {
        return facts;
    }

    /** The rows that do not convert, from FROM on. */
    String against() {
        return "FROM " + table + "\n WHERE " + condition();
    }

    private String condition() {
        return column + " IS NOT NULL AND NOT (" + converts + ")";
    }

    /** If all values convert. */
    WayOut told() {
        return new WayOut("Put this into the revision instead of the failed statement.", changed(List.of(), cast));
    }

    List<WayOut> waysOut() {
        return facts.primary() ? ofKey() : ofColumn();
    }

    private List<WayOut> ofColumn() {
        List<String> nullable = facts.notNull() ? List.of(alter + " DROP NOT NULL") : List.of();
        List<String> cleaned = new ArrayList<>(nullable);
        cleaned.add("UPDATE " + table + " SET " + column + " = NULL\n WHERE " + condition());
        String may = facts.notNull() ? " The column may then be null." : "";
        return List.of(
                new WayOut(
                        "Clean the rows first, each as it deserves or all of them to null, and say how the others convert:"
                                + " put these statements into the revision instead of the failed one." + may,
                        changed(cleaned, cast)),
                new WayOut(
                        "Or let what does not convert become null in one go." + may,
                        changed(nullable, "CASE WHEN " + converts + " THEN " + cast + " END")),
                WayOut.of(
                        "Or keep the old values until everything is looked through: a second column beside, which takes its"
                                + " place in the end. What hangs on the column (indexes, constraints, its default"
                                + (facts.notNull() ? ", NOT NULL" : "") + ") has to be made again.",
                        "ALTER TABLE " + table + " ADD COLUMN " + fresh + " " + type,
                        "UPDATE " + table + " SET " + fresh + " = " + cast + " WHERE " + converts,
                        "ALTER TABLE " + table + " DROP COLUMN " + column,
                        "ALTER TABLE " + table + " RENAME COLUMN " + fresh + " TO " + column));
    }

    /** A primary key can be null in no row. */
    private List<WayOut> ofKey() {
        List<WayOut> ways = new ArrayList<>();
        ways.add(new WayOut(
                "The column is of the primary key, and can be null in no row. If the rows that do not convert are worth"
                        + " nothing: put these statements into the revision instead of the failed one.",
                changed(List.of("DELETE " + against()), cast)));
        if (NUMBERS.contains(type.toLowerCase(Locale.ROOT))) {
            String numbered = "UPDATE " + table + " SET " + column + " = numbered.number FROM (\n"
                    + "  SELECT " + column + " AS old, (SELECT coalesce(max(CASE WHEN " + converts + " THEN " + cast
                    + " END), 0) FROM " + table + ") + row_number() OVER (ORDER BY " + column + ") AS number\n"
                    + "    FROM " + table + " WHERE " + condition() + ") AS numbered\n"
                    + " WHERE " + table + "." + column + " = numbered.old";
            ways.add(new WayOut(
                    "If they are to stay: give them new numbers, behind the highest one that is there. What refers to them"
                            + " by the old value has to follow.",
                    changed(List.of(numbered), cast)));
        }
        return ways;
    }

    private List<String> changed(List<String> before, String using) {
        List<String> all = new ArrayList<>(before);
        if (facts.hasDefault()) {
            all.add(alter + " DROP DEFAULT");
        }
        all.add(alter + " TYPE " + type + " USING " + using);
        return all;
    }
}
