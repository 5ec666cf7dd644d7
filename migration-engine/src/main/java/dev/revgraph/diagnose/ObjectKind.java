package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a name, and is neither a relation nor a column. */
enum ObjectKind {
    TYPE("type", false, """
            SELECT n.nspname, t.typname, t.oid::regtype::text,
                   CASE t.typtype
                     WHEN 'e' THEN 'an enum of ' || coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', '
                                                                 ORDER BY e.enumsortorder)
                                                        FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), 'nothing')
                     WHEN 'd' THEN 'a domain over ' || pg_catalog.format_type(t.typbasetype, t.typtypmod)
                              || coalesce((SELECT ' ' || pg_catalog.string_agg(pg_catalog.pg_get_constraintdef(k.oid), ' '
                                                           ORDER BY k.oid)
                                             FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid), '')
                     WHEN 'c' THEN CASE c.relkind WHEN 'c' THEN 'a composite type of ' || coalesce((
                                     SELECT pg_catalog.string_agg(a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod),
                                              ', ' ORDER BY a.attnum)
                                       FROM pg_catalog.pg_attribute a
                                      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 'nothing')
                                   ELSE 'the type of the rows of a relation of this name' END
                     WHEN 'r' THEN 'a range type' ELSE 'a type of an extension or of a program''s own' END,
                   pg_catalog.pg_type_is_visible(t.oid)
              FROM pg_catalog.pg_type t
              JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
              LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
             WHERE t.typcategory <> 'A' AND t.typtype <> 'p' AND n.nspname NOT LIKE 'pg\\_%'
               AND n.nspname <> 'information_schema' AND (c.oid IS NULL OR c.relkind <> 'i')
             ORDER BY 1, 2"""),
    FUNCTION("function", false, """
            SELECT n.nspname, p.proname, p.oid::regprocedure::text,
                   CASE p.prokind WHEN 'p' THEN 'a procedure' WHEN 'a' THEN 'an aggregate function'
                     ELSE 'a function that returns ' || pg_catalog.pg_get_function_result(p.oid) END,
                   pg_catalog.pg_function_is_visible(p.oid)
              FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
             ORDER BY 1, 2, 3"""),
    SCHEMA("schema", false, """
            SELECT '', n.nspname, pg_catalog.quote_ident(n.nspname),
                   'it belongs to ' || pg_catalog.pg_get_userbyid(n.nspowner), true
              FROM pg_catalog.pg_namespace n
             WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
             ORDER BY 2"""),
    EXTENSION("extension", false, """
            SELECT '', e.extname, pg_catalog.quote_ident(e.extname),
                   'version ' || e.extversion || ', in the schema ' || n.nspname, true
              FROM pg_catalog.pg_extension e
              JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
             ORDER BY 2"""),
    CONSTRAINT("constraint", true, """
            SELECT '', k.conname, pg_catalog.quote_ident(k.conname), pg_catalog.pg_get_constraintdef(k.oid), true
              FROM pg_catalog.pg_constraint k WHERE k.conrelid = ?::oid
             ORDER BY 2"""),
    TRIGGER("trigger", true, """
            SELECT '', t.tgname, pg_catalog.quote_ident(t.tgname), pg_catalog.pg_get_triggerdef(t.oid), true
              FROM pg_catalog.pg_trigger t WHERE t.tgrelid = ?::oid AND NOT t.tgisinternal
             ORDER BY 2"""),
    POLICY("policy", true, """
            SELECT '', p.polname, pg_catalog.quote_ident(p.polname),
                   CASE p.polpermissive WHEN true THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END || ' FOR '
                   || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                    WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
                   || coalesce(' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
                   || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''), true
              FROM pg_catalog.pg_policy p WHERE p.polrelid = ?::oid
             ORDER BY 2""");

    private final String noun;
    private final boolean ofTable;
    private final String all;

    ObjectKind(String noun, boolean ofTable, String all) {
        this.noun = noun;
        this.ofTable = ofTable;
        this.all = all;
    }

    /**
     * One that is there.
     *
     * @param schema empty if it lies in none
     * @param sql its name as SQL, with the schema where the search path needs it
     * @param definition in words or as SQL
     * @param visible whether it is found without a schema
     */
    record Existing(String schema, String name, String sql, String definition, boolean visible) {}

    String noun() {
        return noun;
    }

    /** Whether it belongs to a table, and its name to none but that. */
    boolean isOfTable() {
        return ofTable;
    }

    /** @param table {@code null} for what belongs to no table */
    List<Existing> list(Look look, @Nullable Relation table) throws SQLException {
        List<List<String>> rows = table == null ? look.rows(all) : look.rows(all, table.oid());
        return rows.stream()
                .map(row -> new Existing(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4).equals("t")))
                .toList();
    }
}
