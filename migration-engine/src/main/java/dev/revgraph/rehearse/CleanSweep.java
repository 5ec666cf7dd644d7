package dev.revgraph.rehearse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Empties a database that holds nothing anybody wants to keep. */
public final class CleanSweep {

    /** The schema {@code public} stays, as the server made it; what is in it goes. */
    private static final String SWEEP = """
            DO $sweep$
            DECLARE
                -- All of it is written before anything is dropped: the name of what is gone cannot be had.
                commands text[] := ARRAY(
                    SELECT pg_catalog.format('DROP PUBLICATION %I', p.pubname) FROM pg_catalog.pg_publication p
                    UNION ALL
                    SELECT pg_catalog.format('DROP EVENT TRIGGER %I', t.evtname) FROM pg_catalog.pg_event_trigger t
                     WHERE pg_catalog.pg_has_role(t.evtowner, 'MEMBER')
                    UNION ALL
                    SELECT pg_catalog.format('DROP SCHEMA %I CASCADE', n.nspname) FROM pg_catalog.pg_namespace n
                     WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
                       AND pg_catalog.pg_has_role(n.nspowner, 'MEMBER')
                    UNION ALL
                    SELECT pg_catalog.format('DROP EXTENSION IF EXISTS %I CASCADE', x.extname) FROM pg_catalog.pg_extension x
                     WHERE x.extname <> 'plpgsql' AND pg_catalog.pg_has_role(x.extowner, 'MEMBER')
                    UNION ALL
                    SELECT pg_catalog.format('DROP %s IF EXISTS public.%I CASCADE',
                               CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                                    WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, c.relname)
                      FROM pg_catalog.pg_class c
                     WHERE c.relnamespace = 'public'::pg_catalog.regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
                    UNION ALL
                    SELECT pg_catalog.format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::pg_catalog.regprocedure)
                      FROM pg_catalog.pg_proc p WHERE p.pronamespace = 'public'::pg_catalog.regnamespace
                    UNION ALL
                    SELECT pg_catalog.format('DROP OPERATOR IF EXISTS %s CASCADE', o.oid::pg_catalog.regoperator)
                      FROM pg_catalog.pg_operator o WHERE o.oprnamespace = 'public'::pg_catalog.regnamespace
                    UNION ALL
                    SELECT pg_catalog.format('DROP COLLATION IF EXISTS public.%I CASCADE', o.collname)
                      FROM pg_catalog.pg_collation o WHERE o.collnamespace = 'public'::pg_catalog.regnamespace
                    UNION ALL
                    SELECT pg_catalog.format('DROP TEXT SEARCH CONFIGURATION IF EXISTS public.%I CASCADE', o.cfgname)
                      FROM pg_catalog.pg_ts_config o WHERE o.cfgnamespace = 'public'::pg_catalog.regnamespace
                    UNION ALL
                    SELECT pg_catalog.format('DROP TEXT SEARCH DICTIONARY IF EXISTS public.%I CASCADE', o.dictname)
                      FROM pg_catalog.pg_ts_dict o WHERE o.dictnamespace = 'public'::pg_catalog.regnamespace
                    UNION ALL
                    SELECT pg_catalog.format('DROP %s IF EXISTS public.%I CASCADE',
                               CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.typname)
                      FROM pg_catalog.pg_type t
                     WHERE t.typnamespace = 'public'::pg_catalog.regnamespace AND t.typtype IN ('e', 'd', 'r'));
                command text;
            BEGIN
                FOREACH command IN ARRAY commands LOOP
                    BEGIN
                        EXECUTE command;
                    EXCEPTION WHEN undefined_object OR undefined_table OR undefined_function OR dependent_objects_still_exist THEN
                        NULL; -- Gone with something else, or of an extension that stays.
                    END;
                END LOOP;
            END $sweep$""";

    private CleanSweep() {}

    /**
     * Drops every schema but {@code public}, everything in that, and every publication, event trigger and extension that
     * the role may drop.
     */
    public static void sweep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SWEEP);
        }
    }
}
