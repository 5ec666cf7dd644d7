package dev.revgraph.schema.read;

import java.util.List;

/** Tables with their columns, constraints and indexes. */
final class TableQueries {

    private static final String TABLES = """
            SELECT 'TABLE' AS kind, 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS classid, c.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text] AS path,
                   CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
                   ARRAY(SELECT o FROM (SELECT pg_catalog.unnest(c.reloptions) AS o
                                  UNION ALL SELECT 'toast.' || pg_catalog.unnest(toast.reloptions)) AS options ORDER BY o) AS options,
                   CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
                   CASE WHEN c.relispartition THEN (SELECT i.inhparent::pg_catalog.regclass::text
                          FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid) END AS partition_of,
                   CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
                   CASE WHEN NOT c.relispartition THEN ARRAY(SELECT i.inhparent::pg_catalog.regclass::text
                          FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid ORDER BY i.inhseqno) END AS inherits,
                   CASE WHEN m.amname <> 'heap' THEN m.amname::text END AS access_method,
                   s.spcname::text AS tablespace,
                   CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing'
                        WHEN 'i' THEN 'index ' || (SELECT pg_catalog.quote_ident(x.relname) FROM pg_catalog.pg_index i
                             JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                            WHERE i.indrelid = c.oid AND i.indisreplident) END AS replica_identity,
                   (SELECT pg_catalog.quote_ident(x.relname) FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                     WHERE i.indrelid = c.oid AND i.indisclustered) AS clustered_on,
                   c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
                   ARRAY(SELECT CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'c' THEN 'CHECK' WHEN 'x' THEN 'EXCLUSION'
                                     ELSE 'FOREIGN_KEY' END || '=' || k.conname
                           FROM pg_catalog.pg_constraint k
                          WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
                            AND NOT k.conislocal AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p
                                 WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
                         UNION ALL
                         SELECT 'INDEX=' || x.relname
                           FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                          WHERE i.indrelid = c.oid AND x.relispartition
                            AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                             WHERE k.conrelid = c.oid AND k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
                          ORDER BY 1) AS from_parent,
                   pg_catalog.pg_get_userbyid(c.relowner)::text AS owner
              FROM {relations} c
              LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
              LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
              LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
             WHERE c.relkind IN ('r', 'p')
             ORDER BY path
            """;

    private static final String COLUMNS = """
            SELECT 'COLUMN' AS kind, 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS classid, c.oid AS objid, a.attnum AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text, a.attname::text] AS path,
                   pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
                   {18? CASE WHEN a.attnotnull THEN coalesce(nullif(pg_catalog.concat_ws(' ', CASE WHEN k.connoinherit THEN 'no inherit' END,
                        CASE WHEN NOT k.convalidated THEN 'not valid' END), ''), 'true') END : a.attnotnull} AS not_null,
                   {18? CASE WHEN a.attislocal AND k.conname <> c.relname || '_' || a.attname || '_not_null' THEN k.conname::text END : NULL::text} AS not_null_name,
                   CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS "default",
                   CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
                   CASE WHEN s.seqrelid IS NOT NULL THEN
                        ARRAY['START WITH ' || s.seqstart, 'INCREMENT BY ' || s.seqincrement, 'MINVALUE ' || s.seqmin, 'MAXVALUE ' || s.seqmax,
                              'CACHE ' || s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END] END AS sequence_options,
                   CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS generated,
                   CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS expression,
                   CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::pg_catalog.regcollation::text END AS collation,
                   CASE WHEN a.attstorage <> t.typstorage THEN
                        CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
                   CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                   CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END AS statistics_target,
                   ARRAY(SELECT o FROM pg_catalog.unnest(a.attoptions) AS o ORDER BY o) AS options,
                   NOT a.attislocal AS inherited,
                   pg_catalog.row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum)::text AS position
              FROM {relations} c
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN (pg_catalog.pg_depend i JOIN pg_catalog.pg_sequence s ON s.seqrelid = i.objid)
                ON i.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum
               AND i.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.deptype = 'i'
              {18? LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey[1] = a.attnum : }
             WHERE c.relkind IN ('r', 'p')
             ORDER BY path
            """;

    /** What a parent's constraint brings to its partitions and heirs is the parent's. */
    private static final String CONSTRAINTS = """
            SELECT CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'c' THEN 'CHECK'
                                  WHEN 'x' THEN 'EXCLUSION' ELSE 'FOREIGN_KEY' END AS kind,
                   'pg_catalog.pg_constraint'::pg_catalog.regclass::oid AS classid, k.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, c.relname::text, k.conname::text] AS path,
                   pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), '( NOT VALID| NOT ENFORCED)+$', '') AS definition,
                   ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS u (number, place)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                          ORDER BY u.place) AS columns,
                   CASE WHEN k.contype = 'f' THEN k.confrelid::pg_catalog.regclass::text END AS "references",
                   k.convalidated AS valid,
                   {18? k.conenforced : true} AS enforced,
                   k.condeferrable AS deferrable, k.condeferred AS initially_deferred,
                   k.connoinherit AND k.contype = 'c' AS no_inherit,
                   ARRAY(SELECT o FROM pg_catalog.unnest(x.reloptions) AS o ORDER BY o) AS options,
                   s.spcname::text AS tablespace
              FROM {relations} c
              JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid
              LEFT JOIN pg_catalog.pg_class x ON x.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = x.reltablespace
             WHERE c.relkind IN ('r', 'p') AND k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0 AND k.conislocal
             ORDER BY path
            """;

    private static final String INDEXES = """
            SELECT 'INDEX' AS kind, 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS classid, x.oid AS objid, 0 AS objsubid,
                   ARRAY[c.nspname::text, x.relname::text] AS path,
                   pg_catalog.substr(pg_catalog.pg_get_indexdef(x.oid),
                       pg_catalog.length(CASE WHEN i.indisunique THEN 'CREATE UNIQUE INDEX ' ELSE 'CREATE INDEX ' END
                                         || pg_catalog.quote_ident(x.relname)) + 2) AS definition,
                   i.indisunique AS "unique", i.indisvalid AS valid,
                   c.oid::pg_catalog.regclass::text AS "on",
                   ARRAY(SELECT pg_catalog.pg_get_indexdef(x.oid, place, true)
                           FROM pg_catalog.generate_series(1, i.indnkeyatts) AS place ORDER BY place) AS columns,
                   s.spcname::text AS tablespace
              FROM {relations} c
              JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
              JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
              LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = x.reltablespace
             WHERE c.relkind IN ('r', 'p', 'm')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                WHERE k.conrelid = c.oid AND k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = x.oid)
             ORDER BY path
            """;

    private static final String STATISTICS = """
            SELECT 'STATISTICS' AS kind, 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass::oid AS classid, e.oid AS objid, 0 AS objsubid,
                   ARRAY[n.nspname::text, e.stxname::text] AS path,
                   pg_catalog.substr(pg_catalog.pg_get_statisticsobjdef(e.oid), pg_catalog.length(
                       'CREATE STATISTICS ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(e.stxname)) + 2) AS definition,
                   c.oid::pg_catalog.regclass::text AS "on",
                   CASE WHEN e.stxstattarget >= 0 THEN e.stxstattarget::text END AS statistics_target,
                   pg_catalog.pg_get_userbyid(e.stxowner)::text AS owner
              FROM {relations} c
              JOIN pg_catalog.pg_statistic_ext e ON e.stxrelid = c.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = e.stxnamespace
             ORDER BY path
            """;

    static final List<String> ALL = List.of(TABLES, COLUMNS, CONSTRAINTS, INDEXES, STATISTICS);

    private TableQueries() {}
}
