package dev.revgraph.schema.read;

import java.util.List;

/** Schemas, extensions, types, sequences. */
final class TypeQueries {

    private static final String SCHEMAS = """
            SELECT 'SCHEMA' AS kind, 'pg_catalog.pg_namespace'::pg_catalog.regclass::oid AS classid, n.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text] AS path,
                   pg_catalog.pg_get_userbyid(n.nspowner)::text AS owner
              FROM pg_catalog.pg_namespace n
             WHERE {schema n} AND {made pg_namespace n}
             ORDER BY path
            """;

    private static final String EXTENSIONS = """
            SELECT 'EXTENSION' AS kind, 'pg_catalog.pg_extension'::pg_catalog.regclass::oid AS classid, x.oid AS objid, 0 AS objsubid,
                   ARRAY[x.extname::text] AS path,
                   'SCHEMA ' || pg_catalog.quote_ident(n.nspname) AS definition,
                   x.extversion AS version
              FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
             WHERE n.nspname <> 'pg_catalog'
             ORDER BY path
            """;

    private static final String ENUMS = """
            SELECT 'ENUM' AS kind, 'pg_catalog.pg_type'::pg_catalog.regclass::oid AS classid, t.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, t.typname::text] AS path,
                   ARRAY(SELECT l.enumlabel::text FROM pg_catalog.pg_enum l
                          WHERE l.enumtypid = t.oid ORDER BY l.enumsortorder) AS elements,
                   pg_catalog.pg_get_userbyid(t.typowner)::text AS owner
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype = 'e' AND {schema n} AND {made pg_type t}
             ORDER BY path
            """;

    private static final String COMPOSITES = """
            SELECT 'COMPOSITE_TYPE' AS kind, 'pg_catalog.pg_type'::pg_catalog.regclass::oid AS classid, t.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, t.typname::text] AS path,
                   ARRAY(SELECT pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                                || CASE WHEN a.attcollation <> at.typcollation
                                        THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation::text ELSE '' END
                           FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
                          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                          ORDER BY a.attnum) AS elements,
                   pg_catalog.pg_get_userbyid(t.typowner)::text AS owner
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
              JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
             WHERE {schema n} AND {made pg_type t}
             ORDER BY path
            """;

    private static final String DOMAINS = """
            SELECT 'DOMAIN' AS kind, 'pg_catalog.pg_type'::pg_catalog.regclass::oid AS classid, t.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, t.typname::text] AS path,
                   pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,
                   t.typnotnull AS not_null,
                   pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS "default",
                   CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::pg_catalog.regcollation::text END AS collation,
                   pg_catalog.pg_get_userbyid(t.typowner)::text AS owner
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
              JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
             WHERE t.typtype = 'd' AND {schema n} AND {made pg_type t}
             ORDER BY path
            """;

    private static final String DOMAIN_CONSTRAINTS = """
            SELECT 'DOMAIN_CONSTRAINT' AS kind, 'pg_catalog.pg_constraint'::pg_catalog.regclass::oid AS classid, k.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, t.typname::text, k.conname::text] AS path,
                   pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), ' NOT VALID$', '') AS definition,
                   k.convalidated AS valid
              FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid
              JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             WHERE k.contype = 'c' AND {schema n} AND {made pg_type t}
             ORDER BY path
            """;

    private static final String RANGES = """
            SELECT 'RANGE_TYPE' AS kind, 'pg_catalog.pg_type'::pg_catalog.regclass::oid AS classid, t.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, t.typname::text] AS path,
                   pg_catalog.concat_ws(', ',
                       'subtype = ' || pg_catalog.format_type(r.rngsubtype, NULL),
                       CASE WHEN NOT o.opcdefault THEN 'subtype_opclass = ' || pg_catalog.quote_ident(os.nspname) || '.'
                                                       || pg_catalog.quote_ident(o.opcname) END,
                       CASE WHEN r.rngcollation <> s.typcollation
                            THEN 'collation = ' || r.rngcollation::pg_catalog.regcollation::text END,
                       CASE WHEN r.rngcanonical <> 0 THEN 'canonical = ' || r.rngcanonical::pg_catalog.regproc::text END,
                       CASE WHEN r.rngsubdiff <> 0 THEN 'subtype_diff = ' || r.rngsubdiff::pg_catalog.regproc::text END,
                       'multirange_type_name = ' || r.rngmultitypid::pg_catalog.regtype::text) AS definition,
                   pg_catalog.pg_get_userbyid(t.typowner)::text AS owner
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
              JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
              JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype
              JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
              JOIN pg_catalog.pg_namespace os ON os.oid = o.opcnamespace
             WHERE {schema n} AND {made pg_type t}
             ORDER BY path
            """;

    /** The one behind an identity column belongs to the column. */
    private static final String SEQUENCES = """
            SELECT 'SEQUENCE' AS kind, 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS classid, c.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text] AS path,
                   pg_catalog.format_type(s.seqtypid, NULL) AS type,
                   CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
                   ARRAY['START WITH ' || s.seqstart, 'INCREMENT BY ' || s.seqincrement, 'MINVALUE ' || s.seqmin,
                         'MAXVALUE ' || s.seqmax, 'CACHE ' || s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END] AS sequence_options,
                   (SELECT d.refobjid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname)
                      FROM pg_catalog.pg_depend d
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                     WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'a'
                       AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass) AS owned_by,
                   pg_catalog.pg_get_userbyid(c.relowner)::text AS owner
              FROM {relations} c JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
             WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'i')
             ORDER BY path
            """;

    static final List<String> ALL =
            List.of(SCHEMAS, EXTENSIONS, ENUMS, COMPOSITES, DOMAINS, DOMAIN_CONSTRAINTS, RANGES, SEQUENCES);

    private TypeQueries() {}
}
