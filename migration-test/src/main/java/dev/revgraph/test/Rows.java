package dev.revgraph.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of all tables but the tool's own, as JSON, so that the order of columns does not count. Immutable. */
final class Rows {

    /** So many are shown of a table. */
    private static final int SHOWN = 3;

    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname AS name,
                   pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS quoted,
                   ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                          ORDER BY a.attnum) AS columns,
                   ARRAY(SELECT a.attname::text
                           FROM pg_catalog.pg_attribute a
                           LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                            AND (a.attidentity <> ''
                                 OR pg_catalog.regexp_replace(pg_catalog.pg_get_expr(d.adbin, d.adrelid),
                                        '''[^'']*''|::[a-z ]+\\([0-9, ]+\\)', '', 'g') ~ '\\(|^CURRENT_|^LOCALTIME|_USER')
                          ORDER BY a.attnum) AS computed
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
               AND c.relname NOT IN ('migration_revision', 'migration_history')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                  AND d.deptype = 'e')
             ORDER BY 1
            """;

    private static final String ROWS = "SELECT (pg_catalog.to_jsonb(t) - ?::text[])::text FROM %s AS t ORDER BY 1";

    private final SortedMap<String, List<String>> tables;

    private Rows(SortedMap<String, List<String>> tables) {
        this.tables = tables;
    }

    /** With all values that are compared at all. */
    static Rows all(DataSource database, Set<String> notCompared) {
        return read(database, notCompared, false);
    }

    /** Without those that PostgreSQL computes for a new row either: they are others each time it is put in. */
    static Rows given(DataSource database, Set<String> notCompared) {
        return read(database, notCompared, true);
    }

    private static Rows read(DataSource database, Set<String> notCompared, boolean givenOnly) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        SortedMap<String, List<String>> tables = new TreeMap<>();
        jdbc.query(TABLES, row -> {
            String name = row.getString("name");
            String shortName = name.substring(name.indexOf('.') + 1);
            if (notCompared.contains(name) || notCompared.contains(shortName)) {
                return;
            }
            Set<String> ignored = new TreeSet<>();
            for (String column : (String[]) row.getArray("columns").getArray()) {
                if (notCompared.contains(name + "." + column) || notCompared.contains(shortName + "." + column)) {
                    ignored.add(column);
                }
            }
            if (givenOnly) {
                ignored.addAll(List.of((String[]) row.getArray("computed").getArray()));
            }
            tables.put(name, rows(jdbc, row.getString("quoted"), ignored));
        });
        return new Rows(tables);
    }

    private static List<String> rows(JdbcTemplate jdbc, String table, Set<String> ignored) {
        return jdbc.queryForList(ROWS.formatted(table), String.class, (Object) ignored.toArray(String[]::new));
    }

    /** What differs in other rows that should be these, a sentence for each table. */
    List<String> missedBy(Rows others) {
        Set<String> names = new TreeSet<>(tables.keySet());
        names.addAll(others.tables.keySet());
        List<String> sentences = new ArrayList<>();
        for (String name : names) {
            List<String> lost = without(rows(name), others.rows(name));
            List<String> come = without(others.rows(name), rows(name));
            if (!lost.isEmpty() && !come.isEmpty()) {
                sentences.add("The table " + name + " has " + shown(come) + " where it had " + shown(lost) + ".");
            } else if (!lost.isEmpty()) {
                sentences.add("The table " + name + " has lost " + shown(lost) + ".");
            } else if (!come.isEmpty()) {
                sentences.add("The table " + name + " has " + shown(come) + ", which it had not.");
            }
        }
        return sentences;
    }

    private List<String> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }

    private static String shown(List<String> rows) {
        String some = String.join(", ", rows.subList(0, Math.min(SHOWN, rows.size())));
        return rows.size() > SHOWN ? some + " and " + (rows.size() - SHOWN) + " more" : some;
    }
}
