package dev.revgraph.schema.read;

/** What belongs to no kind: comments, what depends on what, and what the model has no place for. */
final class LinkQueries {

    /** The first number that an object of somebody's own can have; {@code public} has a lower one. */
    private static final String MADE = "16384";

    static final String COMMENTS = """
            SELECT d.classoid, d.objoid, d.objsubid, d.description
              FROM pg_catalog.pg_description d
             WHERE d.objoid >= %s OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
             ORDER BY 1, 2, 3
            """.formatted(MADE);

    /** Rows of the catalog that are a part of another one, for which they stand wherever something depends on them. */
    static final String PARTS = """
            SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass::oid, r.oid, 0, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, r.ev_class, 0
              FROM pg_catalog.pg_rewrite r WHERE r.oid >= %1$s AND r.rulename = '_RETURN'
            UNION ALL
            SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, d.oid, 0, 'pg_catalog.pg_class'::pg_catalog.regclass, d.adrelid, d.adnum
              FROM pg_catalog.pg_attrdef d
            UNION ALL
            SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid
              FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class c ON c.oid = d.objid AND c.relkind = 'S'
             WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
            UNION ALL
            SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, c.reltype, 0, 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, 0
              FROM pg_catalog.pg_class c WHERE c.oid >= %1$s AND c.reltype <> 0 AND c.relkind <> 'c'
            UNION ALL
            SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, t.typrelid, 0, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' WHERE t.oid >= %1$s
            UNION ALL
            SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.typarray, 0, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0
              FROM pg_catalog.pg_type t WHERE t.oid >= %1$s AND t.typarray <> 0
            UNION ALL
            SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, r.rngmultitypid, 0, 'pg_catalog.pg_type'::pg_catalog.regclass, r.rngtypid, 0
              FROM pg_catalog.pg_range r WHERE r.rngtypid >= %1$s
            UNION ALL
            SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, k.conindid, 0, 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, 0
              FROM pg_catalog.pg_constraint k WHERE k.oid >= %1$s AND k.conindid <> 0 AND k.contype IN ('p', 'u', 'x')
            UNION ALL
            SELECT 'pg_catalog.pg_publication_rel'::pg_catalog.regclass, r.oid, 0, 'pg_catalog.pg_publication'::pg_catalog.regclass, r.prpubid, 0
              FROM pg_catalog.pg_publication_rel r
            UNION ALL
            SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, 0
              FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
            ORDER BY 1, 2, 3
            """.formatted(MADE);

    static final String DEPENDENCIES = """
            SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
              FROM pg_catalog.pg_depend d
             WHERE d.deptype IN ('n', 'a', 'i') AND d.objid >= %1$s
               AND (d.refobjid >= %1$s OR d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
             ORDER BY 1, 2, 3, 4, 5, 6
            """.formatted(MADE);

    static final String UNMODELLED = """
            SELECT 'foreign table' AS kind, c.oid::pg_catalog.regclass::text AS name FROM {relations} c WHERE c.relkind = 'f'
            UNION ALL
            SELECT 'typed table', c.oid::pg_catalog.regclass::text FROM {relations} c WHERE c.reloftype <> 0
            UNION ALL
            SELECT 'base type', pg_catalog.format_type(t.oid, NULL)
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype IN ('b', 'p') AND {schema n} AND {made pg_type t}
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_type i WHERE i.typarray = t.oid)
            UNION ALL
            SELECT 'default of a view''s column', c.oid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname)
              FROM {relations} c JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid
              JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE c.relkind = 'v'
            UNION ALL
            SELECT 'comment on an attribute', t.oid::pg_catalog.regtype::text || '.' || pg_catalog.quote_ident(a.attname)
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
              JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
              JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid > 0
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
             WHERE {schema n} AND {made pg_type t}
            UNION ALL
            SELECT 'collation', o.oid::pg_catalog.regcollation::text
              FROM pg_catalog.pg_collation o JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace
             WHERE {schema n} AND {made pg_collation o}
            UNION ALL
            SELECT 'conversion', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.conname)
              FROM pg_catalog.pg_conversion o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace
             WHERE {schema n} AND {made pg_conversion o}
            UNION ALL
            SELECT 'operator', o.oid::pg_catalog.regoperator::text
              FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
             WHERE {schema n} AND {made pg_operator o}
            UNION ALL
            SELECT 'operator class', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.opcname)
              FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
             WHERE {schema n} AND {made pg_opclass o}
            UNION ALL
            SELECT 'operator family', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.opfname)
              FROM pg_catalog.pg_opfamily o JOIN pg_catalog.pg_namespace n ON n.oid = o.opfnamespace
             WHERE {schema n} AND {made pg_opfamily o}
            UNION ALL
            SELECT 'text search configuration', o.oid::pg_catalog.regconfig::text
              FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace
             WHERE {schema n} AND {made pg_ts_config o}
            UNION ALL
            SELECT 'text search dictionary', o.oid::pg_catalog.regdictionary::text
              FROM pg_catalog.pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace
             WHERE {schema n} AND {made pg_ts_dict o}
            UNION ALL
            SELECT 'text search parser', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.prsname)
              FROM pg_catalog.pg_ts_parser o JOIN pg_catalog.pg_namespace n ON n.oid = o.prsnamespace
             WHERE {schema n} AND {made pg_ts_parser o}
            UNION ALL
            SELECT 'text search template', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.tmplname)
              FROM pg_catalog.pg_ts_template o JOIN pg_catalog.pg_namespace n ON n.oid = o.tmplnamespace
             WHERE {schema n} AND {made pg_ts_template o}
            UNION ALL
            SELECT 'cast', pg_catalog.format_type(o.castsource, NULL) || ' as ' || pg_catalog.format_type(o.casttarget, NULL)
              FROM pg_catalog.pg_cast o WHERE o.oid >= 16384 AND {made pg_cast o}
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i WHERE i.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass
                                  AND i.objid = o.oid AND i.deptype = 'i')
            UNION ALL
            SELECT 'language', pg_catalog.quote_ident(o.lanname) FROM pg_catalog.pg_language o WHERE o.oid >= 16384 AND {made pg_language o}
            UNION ALL
            SELECT 'access method', pg_catalog.quote_ident(o.amname) FROM pg_catalog.pg_am o WHERE o.oid >= 16384 AND {made pg_am o}
            UNION ALL
            SELECT 'event trigger', pg_catalog.quote_ident(o.evtname) FROM pg_catalog.pg_event_trigger o WHERE {made pg_event_trigger o}
            UNION ALL
            SELECT 'foreign data wrapper', pg_catalog.quote_ident(o.fdwname) FROM pg_catalog.pg_foreign_data_wrapper o WHERE {made pg_foreign_data_wrapper o}
            UNION ALL
            SELECT 'foreign server', pg_catalog.quote_ident(o.srvname) FROM pg_catalog.pg_foreign_server o WHERE {made pg_foreign_server o}
            UNION ALL
            SELECT 'transform', pg_catalog.format_type(o.trftype, NULL) FROM pg_catalog.pg_transform o WHERE {made pg_transform o}
            UNION ALL
            SELECT 'subscription', pg_catalog.quote_ident(o.subname) FROM pg_catalog.pg_subscription o
             WHERE o.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
            ORDER BY 1, 2
            """;

    private LinkQueries() {}
}
