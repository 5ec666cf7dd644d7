package dev.revgraph.diagnose;

/** What depends on something in the catalog: how it is called, dropped and made again. */
final class DependentsQuery {

    /** Takes the catalog, the object thrice, its column twice, the object twice as a relation, and the column. */
    static final String FIND = """
            WITH RECURSIVE found AS (
              SELECT d.classid, d.objid, d.objsubid, 1 AS level
                FROM pg_catalog.pg_depend d
               WHERE d.refclassid = ?::regclass
                 AND (d.refobjid = ?::oid OR d.refclassid = 'pg_type'::regclass AND d.refobjid IN (
                        SELECT typarray FROM pg_catalog.pg_type WHERE oid = ?::oid AND typarray <> 0))
                 AND (?::int = 0 OR d.refobjsubid = ?::int) AND d.deptype = 'n'
              UNION
              SELECT d.classid, d.objid, d.objsubid, f.level + 1
                FROM found f
                JOIN pg_catalog.pg_rewrite r ON f.classid = 'pg_rewrite'::regclass AND r.oid = f.objid
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = r.ev_class
                 AND d.deptype = 'n' AND d.objid <> f.objid
               WHERE f.level < 20)
            SELECT CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('constraint %I on %s', k.conname, k.conrelid::regclass)
                        WHEN v.oid IS NOT NULL
                        THEN CASE v.relkind WHEN 'm' THEN 'materialized ' ELSE '' END || 'view ' || v.oid::regclass
                        ELSE pg_catalog.pg_describe_object(f.classid, f.objid, f.objsubid) END,
                   CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
                        WHEN v.relkind IN ('v', 'm')
                        THEN 'DROP ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                             || v.oid::regclass
                        WHEN t.oid IS NOT NULL
                        THEN pg_catalog.format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass)
                        WHEN p.oid IS NOT NULL
                        THEN pg_catalog.format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass)
                        WHEN a.oid IS NOT NULL AND c.attgenerated = ''
                        THEN pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT', a.adrelid::regclass,
                               c.attname) END,
                   CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname,
                               pg_catalog.pg_get_constraintdef(k.oid))
                        WHEN v.relkind IN ('v', 'm')
                        THEN 'CREATE ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                             || v.oid::regclass
                             || coalesce(' WITH (' || pg_catalog.array_to_string(v.reloptions, ', ') || ')', '')
                             || ' AS' || chr(10) || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(v.oid), ';')
                             || coalesce((SELECT pg_catalog.string_agg(
                                                   ';' || chr(10) || pg_catalog.pg_get_indexdef(i.indexrelid), '' ORDER BY i.indexrelid)
                                            FROM pg_catalog.pg_index i WHERE i.indrelid = v.oid), '')
                        WHEN t.oid IS NOT NULL THEN pg_catalog.pg_get_triggerdef(t.oid)
                        WHEN a.oid IS NOT NULL AND c.attgenerated = ''
                        THEN pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', a.adrelid::regclass,
                               c.attname, pg_catalog.pg_get_expr(a.adbin, a.adrelid)) END
              FROM found f
              LEFT JOIN pg_catalog.pg_constraint k ON f.classid = 'pg_constraint'::regclass AND k.oid = f.objid
               AND k.conrelid <> 0
              LEFT JOIN pg_catalog.pg_rewrite r ON f.classid = 'pg_rewrite'::regclass AND r.oid = f.objid
              LEFT JOIN pg_catalog.pg_class v ON v.oid = r.ev_class
              LEFT JOIN pg_catalog.pg_attrdef a ON f.classid = 'pg_attrdef'::regclass AND a.oid = f.objid
              LEFT JOIN pg_catalog.pg_attribute c ON c.attrelid = a.adrelid AND c.attnum = a.adnum
              LEFT JOIN pg_catalog.pg_trigger t ON f.classid = 'pg_trigger'::regclass AND t.oid = f.objid
              LEFT JOIN pg_catalog.pg_policy p ON f.classid = 'pg_policy'::regclass AND p.oid = f.objid
             WHERE v.oid IS DISTINCT FROM ?::oid AND (k.conrelid IS DISTINCT FROM ?::oid OR ?::int > 0)
             GROUP BY 1, 2, 3
             ORDER BY max(f.level) DESC, 1
            """;

    private DependentsQuery() {}
}
