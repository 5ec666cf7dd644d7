package dev.revgraph.offline;

import dev.revgraph.fixture.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that two databases have to agree in: objects, rows, and records but for who wrote them when. */
final class DatabaseText {

    private static final String OURS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final List<String> CATALOG = List.of(
            "SELECT 'schema ' || n.nspname FROM pg_namespace n WHERE " + OURS,
            """
            SELECT format('column %s.%s.%s %s %s %s %s %s', n.nspname, c.relname, a.attname,
                          format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                          pg_get_expr(d.adbin, d.adrelid))
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p', 'S', 'c') AND
            """ + OURS,
            "SELECT format('constraint %s.%s %s %s', n.nspname, conname, pg_get_constraintdef(k.oid), convalidated)"
                    + " FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE " + OURS,
            "SELECT format('index %s %s', pg_get_indexdef(i.indexrelid), i.indisvalid) FROM pg_index i"
                    + " JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                    + OURS,
            "SELECT 'routine ' || n.nspname || '.' || pg_get_functiondef(p.oid) FROM pg_proc p"
                    + " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p') AND " + OURS,
            "SELECT 'view ' || n.nspname || '.' || c.relname || ' ' || pg_get_viewdef(c.oid) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND " + OURS,
            "SELECT format('comment %s.%s %s %s', n.nspname, c.relname, d.objsubid, d.description) FROM pg_description d"
                    + " JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                    + OURS);

    private static final String REVISIONS = """
            SELECT 'record ' || (to_jsonb(r) - '{applied_at,applied_by,application,application_version,millis}'::text[])::text
              FROM %s.migration_revision r ORDER BY id
            """;

    private static final String HISTORY = """
            SELECT 'log ' || (to_jsonb(h)
                - '{started_at,finished_at,username,host,application,application_version,settled}'::text[])::text
              FROM %s.migration_history h ORDER BY id
            """;

    private DatabaseText() {}

    /** @param schema the schema of the records, quoted */
    static List<String> of(TestDatabase database, String schema) {
        JdbcClient jdbc = JdbcClient.create(database.superuserDataSource());
        List<String> lines = new ArrayList<>();
        CATALOG.forEach(query ->
                lines.addAll(jdbc.sql(query + " ORDER BY 1").query(String.class).list()));
        jdbc.sql("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                         WHERE schemaname !~ '^pg_' AND schemaname <> 'information_schema'
                           AND tablename NOT LIKE 'migration\\_%' ORDER BY 1
                        """)
                .query(String.class)
                .list()
                .forEach(table -> lines.addAll(
                        jdbc.sql("SELECT '" + table + " ' || to_jsonb(t)::text FROM " + table + " t ORDER BY 1")
                                .query(String.class)
                                .list()));
        lines.addAll(records(jdbc, schema));
        return lines;
    }

    private static List<String> records(JdbcClient jdbc, String schema) {
        List<String> lines = new ArrayList<>();
        lines.addAll(jdbc.sql(REVISIONS.formatted(schema)).query(String.class).list());
        lines.addAll(jdbc.sql(HISTORY.formatted(schema)).query(String.class).list());
        return lines;
    }
}
