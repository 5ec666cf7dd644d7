package dev.revgraph.schema.read;

import java.util.List;

/**
 * Who may do what. A list of rights that nobody has touched is compared as what it means, so that it is equal to the same
 * rights written out; what an owner may do without being granted it is left out.
 */
final class RightQueries {

    private static final String GRANTS = """
            SELECT 'GRANT' AS kind,
                   ARRAY[g.kind, g.object, CASE WHEN g.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END] AS path,
                   pg_catalog.array_agg(g.privilege ORDER BY g.privilege) AS privileges,
                   g.classid AS needs_classid, g.objid AS needs_objid
              FROM (SELECT o.kind, o.object, o.classid, o.objid, acl.grantee,
                           acl.privilege_type || coalesce(' (' || pg_catalog.string_agg(pg_catalog.quote_ident(o.column_name), ', ' ORDER BY o.column_name) || ')', '')
                               || CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS privilege
                      FROM (SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, c.oid::pg_catalog.regclass::text AS object, NULL::text AS column_name,
                                   'pg_catalog.pg_class'::pg_catalog.regclass::oid AS classid, c.oid AS objid, c.relowner AS owner,
                                   coalesce(c.relacl, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)) AS acl
                              FROM {relations} c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
                            UNION ALL
                            SELECT 'TABLE', c.oid::pg_catalog.regclass::text, a.attname::text, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, c.oid, c.relowner, a.attacl
                              FROM {relations} c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                             WHERE c.relkind IN ('r', 'p', 'v', 'm') AND a.attacl IS NOT NULL
                            UNION ALL
                            SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.oid::pg_catalog.regprocedure::text, NULL,
                                   'pg_catalog.pg_proc'::pg_catalog.regclass::oid, p.oid, p.proowner, coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
                              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                             WHERE {schema n} AND {made pg_proc p}
                               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                                WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')
                            UNION ALL
                            SELECT 'SCHEMA', pg_catalog.quote_ident(n.nspname), NULL, 'pg_catalog.pg_namespace'::pg_catalog.regclass::oid, n.oid, n.nspowner,
                                   coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))
                              FROM pg_catalog.pg_namespace n WHERE {schema n} AND {made pg_namespace n}
                            UNION ALL
                            SELECT CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, pg_catalog.format_type(t.oid, NULL), NULL,
                                   'pg_catalog.pg_type'::pg_catalog.regclass::oid, t.oid, t.typowner, coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner))
                              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                              LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
                             WHERE t.typtype IN ('e', 'd', 'r', 'c') AND (t.typrelid = 0 OR c.relkind = 'c') AND {schema n} AND {made pg_type t}) AS o,
                           pg_catalog.aclexplode(o.acl) AS acl
                     WHERE acl.grantee <> o.owner
                     GROUP BY o.kind, o.object, o.classid, o.objid, acl.grantee, acl.privilege_type, acl.is_grantable, o.column_name IS NULL) AS g
             GROUP BY g.kind, g.object, g.grantee, g.classid, g.objid
             ORDER BY path
            """;

    private static final String DEFAULTS = """
            SELECT 'DEFAULT_PRIVILEGE' AS kind,
                   ARRAY[coalesce(n.nspname::text, ''), pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.defaclrole)),
                         CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                              WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END,
                         CASE WHEN acl.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) END] AS path,
                   pg_catalog.array_agg(acl.privilege_type || CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                                        ORDER BY acl.privilege_type) AS privileges
              FROM pg_catalog.pg_default_acl d
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
              CROSS JOIN pg_catalog.aclexplode(d.defaclacl) AS acl
             WHERE n.oid IS NULL OR {schema n}
             GROUP BY path
             ORDER BY path
            """;

    static final List<String> ALL = List.of(GRANTS, DEFAULTS);

    private RightQueries() {}
}
