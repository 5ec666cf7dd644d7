package dev.revgraph.offline;

import dev.revgraph.store.Identifier;
import dev.revgraph.store.RecordScript;
import dev.revgraph.store.SqlLiteral;
import org.jspecify.annotations.Nullable;

/**
 * How a script begins: psql is told to stop at the first error and to change nothing, and what all steps do is put into
 * variables of psql, which outlive whatever a revision does to the session. Each is used by its name, {@code :name}.
 */
final class Preamble {

    /** Takes the lock of the records until the end of the transaction. */
    static final String LOCK = ":revgraph_lock";

    /** Fails unless the database is where the script expects it. */
    static final String GUARD = ":revgraph_guard";

    /** Takes the lock of whoever runs a statement of a revision that has no transaction, as long as that one has. */
    static final String WORK_LOCK = ":revgraph_work";

    /** Puts the settings of the session back, inside a transaction. */
    static final String RESTORE = ":revgraph_restore";

    /** What stands for a schema that is known only where the script runs. */
    private static final String SCHEMA_VARIABLE = ":\"revgraph_schema\"";

    private static final String PSQL = """
            \\set ON_ERROR_STOP on
            \\set ON_ERROR_ROLLBACK off
            \\set AUTOCOMMIT on
            \\set SINGLELINE off
            \\set QUIET on
            \\encoding UTF8
            SET standard_conforming_strings = on;

            -- The schema of the records.
            SELECT %s AS revgraph_schema \\gset

            """;

    /** Nobody is kept waiting meanwhile: whoever holds the lock is inside a transaction of its own. */
    private static final String LOCKING = """
            -- Takes a lock that every run takes, by trying, for at most a minute.
            SELECT $macro$
            SET LOCAL revgraph.schema = :'revgraph_schema';
            DO $do$
            DECLARE
                tries integer := 0;
            BEGIN
                WHILE NOT %s LOOP
                    tries := tries + 1;
                    IF tries > 300 THEN
                        RAISE EXCEPTION 'Somebody else is migrating schema "%%": its lock is held for a minute now.',
                            current_setting('revgraph.schema')
                            USING HINT = 'See with `status` what happens, then write a script for what is left.';
                    END IF;
                    PERFORM pg_catalog.pg_sleep(0.2);
                END LOOP;
            END $do$;
            $macro$ AS %s \\gset

            """;

    private static final String GUARDING = """
            -- Fails unless the database is where the next step begins.
            SELECT $macro$
            DO $do$
            DECLARE
                place text := current_setting('revgraph.schema');
                records regclass := pg_catalog.to_regclass(format('%%I.migration_revision', place));
                log regclass := pg_catalog.to_regclass(format('%%I.migration_history', place));
                layout text := pg_catalog.obj_description(records, 'pg_class');
                expected text := current_setting('revgraph.heads');
                expected_count text := current_setting('revgraph.applied');
                found text;
                found_count text;
                at_work text;
            BEGIN
                IF records IS NULL OR log IS NULL THEN
                    RAISE EXCEPTION 'Schema "%%" has no migration tables; this script begins at "%%".', place, expected
                        USING HINT = 'Look with `status` where the database is.';
                END IF;
                IF layout IS DISTINCT FROM '%s%s' THEN
                    RAISE EXCEPTION 'The migration tables in schema "%%" have another layout than this script writes: %%.',
                        place, coalesce(layout, 'they name none')
                        USING HINT = 'Write the script with the version of Revgraph that the newest application uses.';
                END IF;
                EXECUTE format($query$
                    SELECT coalesce(string_agg(id, ' ' ORDER BY id) FILTER (WHERE id NOT IN
                               (SELECT unnest(parents || dependencies) FROM %%1$I.migration_revision)), ''),
                           count(*), min(id) FILTER (WHERE state = 'running')
                      FROM %%1$I.migration_revision
                     WHERE kind <> 'repeatable'
                    $query$, place) INTO found, found_count, at_work;
                IF at_work IS NOT NULL THEN
                    RAISE EXCEPTION 'Revision "%%" is half done: somebody runs it, or was cut off.', at_work
                        USING HINT = 'Let the application or `upgrade` finish it.';
                END IF;
                IF (found, found_count) IS DISTINCT FROM (expected, expected_count) THEN
                    RAISE EXCEPTION 'The database is at "%%" with %% revisions applied; this step begins at "%%" with %%.',
                        coalesce(nullif(found, ''), 'base'), found_count,
                        coalesce(nullif(expected, ''), 'base'), expected_count
                        USING HINT = 'Write a script that begins there: %s --sql '
                            || coalesce(nullif(replace(found, ' ', ','), ''), 'base') || ':' || %s;
                END IF;
            END $do$;
            $macro$ AS revgraph_guard \\gset

            """;

    private static final String RESTORING = """
            -- Puts the settings of the session back to what they are now.
            SELECT json_object_agg(name, setting ORDER BY name)::text AS revgraph_session
              FROM (SELECT name, setting FROM pg_catalog.pg_settings
                     WHERE source = 'session'
                       AND name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
                    UNION ALL SELECT 'role', current_setting('role')
                    UNION ALL SELECT 'session_authorization', session_user) AS settings \\gset
            SELECT $macro$
            SET LOCAL revgraph.session = :'revgraph_session';
            DO $do$
            DECLARE
                kept json := current_setting('revgraph.session')::json;
                changed text;
            BEGIN
                IF session_user <> kept ->> 'session_authorization' THEN
                    PERFORM pg_catalog.set_config('session_authorization', kept ->> 'session_authorization', false);
                END IF;
                IF current_setting('role') <> kept ->> 'role' THEN
                    PERFORM pg_catalog.set_config('role', kept ->> 'role', false);
                END IF;
                FOREACH changed IN ARRAY ARRAY(
                    SELECT name FROM pg_catalog.pg_settings
                     WHERE setting IS DISTINCT FROM kept ->> name
                       AND (kept ->> name IS NOT NULL OR source = 'session')
                       AND name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
                     ORDER BY name) LOOP
                    IF kept ->> changed IS NULL THEN
                        EXECUTE 'RESET ' || (SELECT string_agg(quote_ident(part), '.')
                                               FROM unnest(string_to_array(changed, '.')) AS part);
                    ELSE
                        PERFORM pg_catalog.set_config(changed, kept ->> changed, false);
                    END IF;
                END LOOP;
            END $do$;
            $macro$ AS revgraph_restore \\gset

            """;

    private final @Nullable String schema;

    /** @param schema the schema of the records; {@code null} for the one that is current where the script runs */
    Preamble(@Nullable String schema) {
        this.schema = schema;
    }

    /** The schema as it stands before the dot of a table's name. */
    String qualifier() {
        return schema == null ? SCHEMA_VARIABLE : new Identifier(schema).quoted();
    }

    /**
     * What stands before the first step.
     *
     * @param restoring whether a step needs {@link #RESTORE}
     * @param detached whether a step needs {@link #WORK_LOCK}
     */
    String text(String direction, String target, boolean restoring, boolean detached) {
        String schemaSetting = "current_setting('revgraph.schema')";
        return PSQL.formatted(schema == null ? "pg_catalog.current_schema()" : SqlLiteral.of(schema))
                + LOCKING.formatted(RecordScript.tryLock(schemaSetting), LOCK.substring(1))
                + (detached ? LOCKING.formatted(RecordScript.tryWorkLock(schemaSetting), WORK_LOCK.substring(1)) : "")
                + GUARDING.formatted(
                        RecordScript.layoutComment(), RecordScript.layout(), direction, SqlLiteral.of(target))
                + (restoring ? RESTORING : "");
    }

    /** Creates what is missing of schema and tables, as the first run would. */
    String tables(RecordScript records) {
        String creation = """
                -- The tables of the records, unless they are there.
                BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
                %s
                """.formatted(LOCK);
        if (schema != null) {
            creation += """
                    SELECT pg_catalog.to_regnamespace(pg_catalog.quote_ident(:'revgraph_schema')) IS NULL AS revgraph_missing \\gset
                    \\if :revgraph_missing
                    %s;
                    \\endif
                    """.formatted(records.createSchema());
        }
        return creation + """
                SELECT NOT EXISTS (
                    SELECT FROM pg_catalog.pg_class
                     WHERE relname IN ('migration_revision', 'migration_history')
                       AND relnamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident(:'revgraph_schema')))
                    AS revgraph_missing \\gset
                \\if :revgraph_missing
                %s;
                \\endif
                COMMIT;

                """.formatted(records.createTables());
    }
}
