package dev.revgraph.offline;

import dev.revgraph.fixture.Revisions;

/** Revisions with everything in them that a script, psql or a quote could spoil. */
final class RichRevisions {

    private RichRevisions() {}

    static void writeTo(Revisions revisions) {
        revisions
                .file("start", """
                -- The beginning: it's "quoted", \\ and ?, :HOST too
                -- revises: base
                -- branch: core
                -- lock-timeout: 7s
                -- +upgrade
                CREATE TABLE notes (id int PRIMARY KEY, body text DEFAULT 'it''s :HOST and \\n', tags int[]);
                COMMENT ON TABLE notes IS ':DBNAME, :''USER'' and a \\ backslash';
                INSERT INTO notes VALUES (1, E'tab\\there\\\\', '{1,2,3}'), (2, ':PORT', NULL);
                INSERT INTO notes SELECT 3, $x$:HOST 'quoted' \\d
                second line$x$, tags[1:2] FROM notes WHERE id = 1;
                -- +downgrade
                DROP TABLE notes CASCADE; -- it's all
                """)
                .file("data", """
                -- Rows
                -- revises: start
                -- +upgrade
                COPY notes (id, body) FROM stdin;
                10\ttab\\there
                11\tback\\\\slash :HOST $x$
                12\t\\N
                13\tit's ä €
                \\.
                CREATE TABLE slices AS
                SELECT id, tags[1:id] AS upto FROM (SELECT 2 AS id, ARRAY[7,8,9] AS tags) AS s;
                COPY slices (id) FROM stdin WITH (FORMAT text);
                5
                \\.
                -- +downgrade
                DROP TABLE slices;
                DELETE FROM notes WHERE id >= 10;
                COPY notes (id, body) FROM stdin;
                99\tcame back
                \\.
                """)
                .file("routines", """
                -- Functions
                -- revises: data
                -- statement-timeout: 1min
                -- +upgrade
                CREATE FUNCTION twice(id int) RETURNS int LANGUAGE sql
                BEGIN ATOMIC
                    SELECT CASE WHEN id > 0 THEN array_length((ARRAY[1, 2, 3])[1:id], 1) * 2 ELSE 0 END;
                END;
                CREATE FUNCTION host() RETURNS text LANGUAGE plpgsql AS $body$
                BEGIN
                    RETURN ':HOST' || '${who}'; -- $text$ and $do$
                END $body$;
                -- +downgrade
                DROP FUNCTION host();
                DROP FUNCTION twice(int);
                """)
                .file("settings", """
                -- Leaves the session as it should not
                -- revises: data
                -- +upgrade
                SET search_path TO pg_catalog;
                SET standard_conforming_strings TO off;
                SET app.tenant TO 'x';
                CREATE TABLE public.off (t text DEFAULT 'it\\'s :HOST');
                -- +downgrade
                DROP TABLE off;
                """)
                .file("joined", """
                -- Merge
                -- revises: routines, settings
                -- +upgrade
                CREATE TABLE after_settings (tenant text DEFAULT coalesce(nullif(current_setting('app.tenant', true), ''), 'none'), path text);
                INSERT INTO after_settings (path) VALUES (current_setting('search_path'));
                -- +downgrade
                DROP TABLE after_settings;
                """)
                .file("apart", """
                -- Beside: it depends
                -- revises: base
                -- depends-on: core
                -- branch: side
                -- transaction: off
                -- +upgrade
                SET search_path TO public, pg_temp;
                CREATE INDEX CONCURRENTLY notes_body ON notes (body);
                VACUUM notes;
                COPY notes (id) FROM stdin;
                50
                \\.
                -- +downgrade
                DROP INDEX CONCURRENTLY notes_body;
                DELETE FROM notes WHERE id = 50;
                """)
                .repeatable("views", """
                -- The views
                CREATE OR REPLACE VIEW all_notes AS SELECT id, body, ':HOST'::text AS host FROM notes;
                """);
    }
}
