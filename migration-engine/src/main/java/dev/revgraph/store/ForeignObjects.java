package dev.revgraph.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What stands where revisions would work although no record says that a revision made it: the database was made by other
 * means, or its records are lost. A base that is applied on top of it fails half way at best.
 *
 * @param names the first few, as kind and name, {@code table public.users} for instance
 * @param count how many there are in all
 * @param lost heads that the log names last, if the records of applied revisions are gone; otherwise none
 */
public record ForeignObjects(List<String> names, int count, List<String> lost) {

    public static final ForeignObjects NONE = new ForeignObjects(List.of(), 0, List.of());

    private static final int SHOWN = 10;

    /**
     * One statement, hence one snapshot: where another instance has made the tables meanwhile, what its revisions made is
     * not foreign.
     */
    private static final String FIND = """
            WITH place AS (
                SELECT oid, nspname FROM pg_catalog.pg_namespace
                 WHERE (nspname = ANY (pg_catalog.current_schemas(false)) OR nspname = ?)
                   AND nspname !~ '^pg_' AND nspname <> 'information_schema'
            ), found AS (
                SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                            ELSE 'table' END AS kind, place.nspname, c.relname AS name
                  FROM pg_catalog.pg_class c JOIN place ON place.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
                   AND c.relname NOT IN ('migration_revision', 'migration_history')
                   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
                UNION ALL
                SELECT 'function', place.nspname, p.proname
                  FROM pg_catalog.pg_proc p JOIN place ON place.oid = p.pronamespace
                 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                    WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
                UNION ALL
                SELECT 'type', place.nspname, t.typname
                  FROM pg_catalog.pg_type t JOIN place ON place.oid = t.typnamespace
                 WHERE t.typtype IN ('e', 'd', 'r')
                   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                    WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
            )
            SELECT kind || ' ' || pg_catalog.quote_ident(nspname) || '.' || pg_catalog.quote_ident(name), count(*) OVER ()
              FROM found
             WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                                WHERE c.relname = 'migration_revision' AND n.nspname = ?)
             ORDER BY kind <> 'table', nspname COLLATE "C", name COLLATE "C"
             LIMIT %d
            """.formatted(SHOWN);

    /** The log says that something is applied, and nothing is recorded as such. */
    private static final String LOST = """
            SELECT pg_catalog.array_to_string(heads_after, ' ') FROM {history}
             WHERE outcome = 'done' AND NOT EXISTS (SELECT FROM {revision})
             ORDER BY id DESC LIMIT 1
            """;

    public ForeignObjects {
        names = List.copyOf(names);
        lost = List.copyOf(lost);
    }

    /** Where there are no tables yet. */
    static ForeignObjects find(JdbcOperations jdbc, @Nullable Identifier schema) {
        String name = schema == null ? null : schema.name();
        int[] count = {0};
        List<String> names = jdbc.query(
                FIND,
                (row, number) -> {
                    count[0] = row.getInt(2);
                    return row.getString(1);
                },
                name,
                name);
        return new ForeignObjects(names, count[0], List.of());
    }

    /** Where the tables are, and hold no row. */
    static ForeignObjects lost(JdbcOperations jdbc, Tables tables) {
        return jdbc.queryForList(tables.sql(LOST), String.class).stream()
                .findFirst()
                .map(heads -> new ForeignObjects(List.of(), 0, StateReader.words(heads)))
                .orElse(NONE);
    }

    public boolean isEmpty() {
        return names.isEmpty() && lost.isEmpty();
    }

    /** The first few by name, and how many more. */
    public String text() {
        return String.join(", ", names) + (count > names.size() ? " and " + (count - names.size()) + " more" : "");
    }
}
