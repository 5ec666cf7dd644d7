package dev.revgraph.diagnose;

/** What depends on something in the catalog: how it is called, dropped and made again. */
final class DependentsQuery {

    /**
     * Takes the catalog, the object twice, its column twice, the object as a relation, and the column. What belongs to the
     * relation itself goes with it; what a partition has of its parent goes only with the parent's. Rules and triggers come
     * first, because they are gone with a view that they are on.
     */
    static final String FIND = """
            WITH RECURSIVE found AS (
              SELECT d.classid, d.objid, d.objsubid, 1 AS level
                FROM pg_catalog.pg_depend d
               WHERE d.refclassid = ?::regclass
                 AND (d.refobjid = ?::oid OR d.refclassid = 'pg_type'::regclass AND d.refobjid IN (
                        SELECT typarray FROM pg_catalog.pg_type WHERE oid = ?::oid AND typarray <> 0))
                 AND (?::int = 0 OR d.refobjsubid = ?::int) AND d.deptype = 'n'
              UNION
              SELECT n.classid, n.objid, n.objsubid, n.level
                FROM found f
               CROSS JOIN LATERAL (
                     SELECT d.classid, d.objid, d.objsubid, f.level + 1
                       FROM pg_catalog.pg_rewrite r
                       JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = r.ev_class
                        AND d.deptype = 'n' AND d.objid <> r.oid
                      WHERE f.classid = 'pg_rewrite'::regclass AND r.oid = f.objid AND r.ev_type = '1'
                      UNION ALL
                     SELECT f.classid, k.conparentid, 0, f.level
                       FROM pg_catalog.pg_constraint k
                      WHERE f.classid = 'pg_constraint'::regclass AND k.oid = f.objid AND k.conparentid <> 0)
                     AS n (classid, objid, objsubid, level)
               WHERE f.level < 20)
            SELECT CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('constraint %I on %s', k.conname, k.conrelid::regclass)
                        WHEN v.oid IS NOT NULL
                        THEN CASE v.relkind WHEN 'm' THEN 'materialized ' ELSE '' END || 'view ' || v.oid::regclass
                        ELSE pg_catalog.pg_describe_object(f.classid, f.objid, f.objsubid) END,
                   CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
                        WHEN v.oid IS NOT NULL
                        THEN 'DROP ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                             || v.oid::regclass
                        WHEN r.oid IS NOT NULL
                        THEN pg_catalog.format('DROP RULE %I ON %s', r.rulename, r.ev_class::regclass)
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
                        WHEN v.oid IS NOT NULL
                        THEN 'CREATE ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                             || v.oid::regclass
                             || coalesce(' WITH (' || pg_catalog.array_to_string(v.reloptions, ', ') || ')', '')
                             || ' AS' || chr(10) || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(v.oid), ';')
                             || coalesce((SELECT pg_catalog.string_agg(
                                                   ';' || chr(10) || pg_catalog.pg_get_indexdef(i.indexrelid), '' ORDER BY i.indexrelid)
                                            FROM pg_catalog.pg_index i WHERE i.indrelid = v.oid), '')
                        WHEN r.oid IS NOT NULL THEN pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';')
                        WHEN t.oid IS NOT NULL THEN pg_catalog.pg_get_triggerdef(t.oid)
                        WHEN p.oid IS NOT NULL
                        THEN pg_catalog.format('CREATE POLICY %I ON %s AS %s FOR %s TO ', p.polname, p.polrelid::regclass,
                               CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                               CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                 WHEN 'd' THEN 'DELETE' ELSE 'ALL' END)
                             || (SELECT pg_catalog.string_agg(CASE WHEN u.role = 0 THEN 'PUBLIC'
                                          ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(u.role)) END, ', '
                                          ORDER BY u.at)
                                   FROM pg_catalog.unnest(p.polroles) WITH ORDINALITY AS u (role, at))
                             || coalesce(' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
                             || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
                        WHEN a.oid IS NOT NULL AND c.attgenerated = ''
                        THEN pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', a.adrelid::regclass,
                               c.attname, pg_catalog.pg_get_expr(a.adbin, a.adrelid)) END
              FROM found f
              LEFT JOIN pg_catalog.pg_constraint k ON f.classid = 'pg_constraint'::regclass AND k.oid = f.objid
               AND k.conrelid <> 0
              LEFT JOIN pg_catalog.pg_rewrite r ON f.classid = 'pg_rewrite'::regclass AND r.oid = f.objid
              LEFT JOIN pg_catalog.pg_class v ON v.oid = r.ev_class AND r.ev_type = '1'
              LEFT JOIN pg_catalog.pg_attrdef a ON f.classid = 'pg_attrdef'::regclass AND a.oid = f.objid
              LEFT JOIN pg_catalog.pg_attribute c ON c.attrelid = a.adrelid AND c.attnum = a.adnum
              LEFT JOIN pg_catalog.pg_trigger t ON f.classid = 'pg_trigger'::regclass AND t.oid = f.objid
              LEFT JOIN pg_catalog.pg_policy p ON f.classid = 'pg_policy'::regclass AND p.oid = f.objid
             WHERE (coalesce(k.conrelid, r.ev_class, a.adrelid, t.tgrelid, p.polrelid) IS DISTINCT FROM ?::oid
                    OR ?::int > 0)
               AND coalesce(k.conparentid, t.tgparentid, 0::oid) = 0
             GROUP BY 1, 2, 3
             ORDER BY max(CASE WHEN r.ev_type <> '1' OR t.oid IS NOT NULL THEN 21 ELSE f.level END) DESC, 1
            """;

    private DependentsQuery() {}
}
