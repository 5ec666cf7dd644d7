package dev.revgraph.sample.revision;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A line for every column, index and constraint that the application's revisions made. */
final class Catalog {

    private static final String LINES = """
            SELECT format('%s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid))
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname !~ '^migration_'
            UNION ALL
            SELECT pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^migration_'
            UNION ALL
            SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text !~ '^migration_'
            ORDER BY 1
            """;

    private Catalog() {}

    static String of(JdbcClient jdbc) {
        List<String> lines = jdbc.sql(LINES).query(String.class).list();
        return String.join("\n", lines);
    }
}
