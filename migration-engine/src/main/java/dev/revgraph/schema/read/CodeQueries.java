package dev.revgraph.schema.read;

import java.util.List;

/** What holds SQL of its own: routines, views, rules, triggers, policies, publications. */
final class CodeQueries {

    private static final String ROUTINES = """
            SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END AS kind,
                   'pg_catalog.pg_proc'::pg_catalog.regclass::oid AS classid, p.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, p.proname::text, pg_catalog.pg_get_function_identity_arguments(p.oid)] AS path,
                   CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid)
                        ELSE pg_catalog.concat_ws(', ',
                            'sfunc = ' || g.aggtransfn::pg_catalog.regproc::text, 'stype = ' || pg_catalog.format_type(g.aggtranstype, NULL),
                            CASE WHEN g.aggtransspace > 0 THEN 'sspace = ' || g.aggtransspace END,
                            CASE WHEN g.aggfinalfn <> 0 THEN 'finalfunc = ' || g.aggfinalfn::pg_catalog.regproc::text END,
                            CASE WHEN g.aggfinalextra THEN 'finalfunc_extra' END,
                            CASE WHEN g.aggcombinefn <> 0 THEN 'combinefunc = ' || g.aggcombinefn::pg_catalog.regproc::text END,
                            CASE WHEN g.aggserialfn <> 0 THEN 'serialfunc = ' || g.aggserialfn::pg_catalog.regproc::text END,
                            CASE WHEN g.aggdeserialfn <> 0 THEN 'deserialfunc = ' || g.aggdeserialfn::pg_catalog.regproc::text END,
                            CASE WHEN g.agginitval IS NOT NULL THEN 'initcond = ' || pg_catalog.quote_literal(g.agginitval) END,
                            CASE WHEN g.aggmtransfn <> 0 THEN 'msfunc = ' || g.aggmtransfn::pg_catalog.regproc::text END,
                            CASE WHEN g.aggminvtransfn <> 0 THEN 'minvfunc = ' || g.aggminvtransfn::pg_catalog.regproc::text END,
                            CASE WHEN g.aggmtranstype <> 0 THEN 'mstype = ' || pg_catalog.format_type(g.aggmtranstype, NULL) END,
                            CASE WHEN g.aggmfinalfn <> 0 THEN 'mfinalfunc = ' || g.aggmfinalfn::pg_catalog.regproc::text END,
                            CASE WHEN g.aggminitval IS NOT NULL THEN 'minitcond = ' || pg_catalog.quote_literal(g.aggminitval) END,
                            CASE WHEN g.aggsortop <> 0 THEN 'sortop = operator(' || so.oprnspname || '.' || so.oprname || ')' END,
                            CASE g.aggkind WHEN 'h' THEN 'hypothetical' END,
                            CASE p.proparallel WHEN 's' THEN 'parallel = safe' WHEN 'r' THEN 'parallel = restricted' END)
                   END AS definition,
                   pg_catalog.pg_get_function_result(p.oid) AS type,
                   pg_catalog.pg_get_userbyid(p.proowner)::text AS owner
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
              LEFT JOIN pg_catalog.pg_aggregate g ON g.aggfnoid = p.oid
              LEFT JOIN (SELECT o.oid, o.oprname, pg_catalog.quote_ident(s.nspname) AS oprnspname
                           FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace) so
                ON so.oid = g.aggsortop
             WHERE {schema n} AND {made pg_proc p}
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')
             ORDER BY path
            """;

    private static final String VIEWS = """
            SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END AS kind,
                   'pg_catalog.pg_class'::pg_catalog.regclass::oid AS classid, c.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text] AS path,
                   pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';') AS definition,
                   ARRAY(SELECT o FROM pg_catalog.unnest(c.reloptions) AS o ORDER BY o) AS options,
                   ARRAY(SELECT pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                           FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 ORDER BY a.attnum) AS columns,
                   ARRAY(SELECT pg_catalog.quote_ident(a.attname) || '=' || d.description
                           FROM pg_catalog.pg_description d
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
                          WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = c.oid
                          ORDER BY a.attnum) AS column_comments,
                   s.spcname::text AS tablespace,
                   pg_catalog.pg_get_userbyid(c.relowner)::text AS owner
              FROM {relations} c LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
             WHERE c.relkind IN ('v', 'm')
             ORDER BY path
            """;

    private static final String RULES = """
            SELECT 'RULE' AS kind, 'pg_catalog.pg_rewrite'::pg_catalog.regclass::oid AS classid, r.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text, r.rulename::text] AS path,
                   pg_catalog.pg_get_ruledef(r.oid) AS definition,
                   c.oid::pg_catalog.regclass::text AS "on",
                   CASE r.ev_enabled WHEN 'A' THEN 'always' WHEN 'R' THEN 'replica' WHEN 'D' THEN 'disabled' END AS fires
              FROM {relations} c JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid
             WHERE r.rulename <> '_RETURN'
             ORDER BY path
            """;

    private static final String TRIGGERS = """
            SELECT 'TRIGGER' AS kind, 'pg_catalog.pg_trigger'::pg_catalog.regclass::oid AS classid, g.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text, g.tgname::text] AS path,
                   pg_catalog.pg_get_triggerdef(g.oid) AS definition,
                   c.oid::pg_catalog.regclass::text AS "on",
                   CASE g.tgenabled WHEN 'A' THEN 'always' WHEN 'R' THEN 'replica' WHEN 'D' THEN 'disabled' END AS fires
              FROM {relations} c JOIN pg_catalog.pg_trigger g ON g.tgrelid = c.oid
             WHERE NOT g.tgisinternal AND g.tgparentid = 0
             ORDER BY path
            """;

    private static final String POLICIES = """
            SELECT 'POLICY' AS kind, 'pg_catalog.pg_policy'::pg_catalog.regclass::oid AS classid, y.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text, y.polname::text] AS path,
                   CASE y.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END AS command,
                   y.polpermissive AS permissive,
                   ARRAY(SELECT CASE WHEN role = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(role)) END AS name
                           FROM pg_catalog.unnest(y.polroles) AS role ORDER BY name) AS roles,
                   pg_catalog.pg_get_expr(y.polqual, y.polrelid) AS using,
                   pg_catalog.pg_get_expr(y.polwithcheck, y.polrelid) AS with_check,
                   c.oid::pg_catalog.regclass::text AS "on"
              FROM {relations} c JOIN pg_catalog.pg_policy y ON y.polrelid = c.oid
             ORDER BY path
            """;

    private static final String PUBLICATIONS = """
            SELECT 'PUBLICATION' AS kind, 'pg_catalog.pg_publication'::pg_catalog.regclass::oid AS classid, u.oid AS objid, 0 AS objsubid,
                   ARRAY[u.pubname::text] AS path,
                   ARRAY(SELECT CASE WHEN u.puballtables THEN 'ALL TABLES' END WHERE u.puballtables
                         UNION ALL
                         {15? SELECT x FROM (SELECT 'TABLES IN SCHEMA ' || pg_catalog.quote_ident(n.nspname) AS x
                                 FROM pg_catalog.pg_publication_namespace pn JOIN pg_catalog.pg_namespace n ON n.oid = pn.pnnspid
                                WHERE pn.pnpubid = u.oid ORDER BY 1) AS schemas
                         UNION ALL : }
                         SELECT x FROM (SELECT 'TABLE ' || r.prrelid::pg_catalog.regclass::text
                                {15? || coalesce(' (' || (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum)
                                        FROM pg_catalog.pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')', '')
                                  || coalesce(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', '') : } AS x
                                 FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = u.oid ORDER BY 1) AS tables) AS elements,
                   ARRAY['publish=' || pg_catalog.concat_ws(', ', CASE WHEN u.pubinsert THEN 'insert' END, CASE WHEN u.pubupdate THEN 'update' END,
                             CASE WHEN u.pubdelete THEN 'delete' END, CASE WHEN u.pubtruncate THEN 'truncate' END),
                         'publish_via_partition_root=' || u.pubviaroot] AS options,
                   pg_catalog.pg_get_userbyid(u.pubowner)::text AS owner
              FROM pg_catalog.pg_publication u
             WHERE {made pg_publication u}
             ORDER BY path
            """;

    static final List<String> ALL = List.of(ROUTINES, VIEWS, RULES, TRIGGERS, POLICIES, PUBLICATIONS);

    private CodeQueries() {}
}
