package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key between tables that exist.
 *
 * @param name its name
 * @param options what stands behind the columns it refers to, {@code ON DELETE CASCADE} for instance
 * @param exists whether the database has it
 */
record ForeignKey(
        String name,
        Relation table,
        List<String> columns,
        Relation referenced,
        List<String> referencedColumns,
        String options,
        boolean exists) {

    private static final String FIND = """
            SELECT k.conname, k.confrelid::regclass::text,
                   pg_catalog.substring(pg_catalog.pg_get_constraintdef(k.oid), 'REFERENCES [^(]*\\([^)]*\\) ?(.*)')
              FROM pg_catalog.pg_constraint k
             WHERE k.conrelid = ?::oid AND k.conname = ? AND k.contype = 'f'
            """;

    private static final String COLUMNS = """
            SELECT a.attname
              FROM pg_catalog.pg_constraint k, pg_catalog.unnest(k.%s) WITH ORDINALITY AS c (attnum, at),
                   pg_catalog.pg_attribute a
             WHERE k.conrelid = ?::oid AND k.conname = ? AND a.attrelid = k.%s AND a.attnum = c.attnum
             ORDER BY c.at
            """;

    /** A reference as it is written in a statement. */
    record Written(@Nullable String name, List<String> columns, Named table, List<String> referenced, String options) {

        static List<Written> in(Words words) {
            List<Written> all = new ArrayList<>();
            for (int i = words.find(0, "REFERENCES"); i >= 0; i = words.find(i + 1, "REFERENCES")) {
                Optional<Named> table = words.name(i + 1);
                if (table.isEmpty()) {
                    continue;
                }
                int behind = table.get().next();
                List<String> referenced = words.columns(behind);
                int options = words.at(behind, "(") ? words.closing(behind) + 1 : behind;
                String rest = words.between(options, words.endOfClause(options));
                all.add(new Written(name(words, i), columns(words, i), table.get(), referenced, rest));
            }
            return all;
        }

        private static List<String> columns(Words words, int references) {
            for (int i = references - 1; i >= 0; i--) {
                if (words.at(i, "FOREIGN", "KEY")) {
                    return words.closing(i + 2) == references - 1 ? words.columns(i + 2) : List.of();
                }
            }
            return List.of();
        }

        private static @Nullable String name(Words words, int references) {
            for (int i = references - 1; i >= 0; i--) {
                if (words.at(i, "FOREIGN", "KEY")) {
                    return words.at(i - 2, "CONSTRAINT")
                            ? words.name(i - 1)
                                    .map(named -> named.name().name().name())
                                    .orElse(null)
                            : null;
                }
            }
            return null;
        }
    }

    /** The one of this name that the table has. */
    static Optional<ForeignKey> existing(Look look, Relation table, String name) throws SQLException {
        List<List<String>> found = look.rows(FIND, table.oid(), name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Relation> referenced = Relation.find(look, found.get(0).get(1));
        if (referenced.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ForeignKey(
                name,
                table,
                look.list(COLUMNS.formatted("conkey", "conrelid"), table.oid(), name),
                referenced.get(),
                look.list(COLUMNS.formatted("confkey", "confrelid"), table.oid(), name),
                found.get(0).get(2).replace(" NOT VALID", "").replace("NOT VALID", ""),
                true));
    }

    /** The one of this name that a statement wants to add to the table; the only one, if it is not given a name. */
    static Optional<ForeignKey> wanted(Look look, Relation table, String name, Words words) throws SQLException {
        List<Written> all = Written.in(words).stream()
                .filter(written -> !written.columns().isEmpty())
                .toList();
        Optional<Written> written =
                all.stream().filter(one -> name.equals(one.name())).findFirst();
        if (written.isEmpty() && all.size() == 1 && all.get(0).name() == null) {
            written = Optional.of(all.get(0));
        }
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Relation> referenced = look.relation(written.get().table().name());
        if (referenced.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = written.get().referenced().isEmpty()
                ? referenced.get().primaryKey(look)
                : written.get().referenced();
        boolean there = table.columns(look).containsAll(written.get().columns())
                && referenced.get().columns(look).containsAll(keys)
                && keys.size() == written.get().columns().size();
        String options = written.get().options().replaceFirst("(?i)\\s*NOT\\s+VALID", "");
        return there
                ? Optional.of(
                        new ForeignKey(name, table, written.get().columns(), referenced.get(), keys, options, false))
                : Optional.empty();
    }

    /** What it says, as SQL. */
    String definition(Look look, String withOptions) throws SQLException {
        return "FOREIGN KEY (" + look.quoted("", columns) + ") REFERENCES " + referenced.sql() + " ("
                + look.quoted("", referencedColumns) + ")" + (withOptions.isBlank() ? "" : " " + withOptions.strip());
    }

    /** The condition for rows, called {@code c}, that have nothing to refer to. */
    String orphaned(Look look) throws SQLException {
        List<String> notNull = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = "c." + look.quoted(columns.get(i));
            notNull.add(column + " IS NOT NULL");
            equal.add("p." + look.quoted(referencedColumns.get(i)) + " = " + column);
        }
        String all = String.join(" AND ", notNull);
        String orphaned = all + "\n   AND NOT EXISTS (SELECT FROM " + referenced.own() + " p WHERE "
                + String.join(" AND ", equal) + ")";
        boolean full = columns.size() > 1 && options.toUpperCase(Locale.ROOT).contains("MATCH FULL");
        return full
                ? "(" + orphaned + "\n    OR (" + String.join(" OR ", notNull) + ") AND NOT (" + all + "))"
                : orphaned;
    }
}
