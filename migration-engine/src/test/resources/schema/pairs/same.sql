# names of types
--- from
CREATE TABLE t (a varchar(10), b int, c int8, d float8, e decimal(5,2), f bool, g timestamptz, h timetz(3), i char(3), j text[], k bit(3), l float(20), m national character varying(5));
--- same
CREATE TABLE t (a character varying(10), b integer, c bigint, d double precision, e numeric(5,2), f boolean, g timestamp with time zone, h time(3) with time zone, i character(3), j text ARRAY, k bit(3), l real, m varchar(5));
# a timestamp with and without its words
--- from
CREATE TABLE t (a timestamp, b timestamp(3) without time zone, c timestamptz(0), d interval hour to minute);
--- same
CREATE TABLE t (a timestamp without time zone, b timestamp(3), c timestamp(0) with time zone, d interval hour to minute);
# serial and its parts
--- from
CREATE TABLE t (a serial);
--- same
CREATE SEQUENCE t_a_seq AS int;
CREATE TABLE t (a int NOT NULL DEFAULT nextval('t_a_seq'));
ALTER SEQUENCE t_a_seq OWNED BY t.a;
# a list of values
--- from
CREATE TABLE t (a text, CONSTRAINT c CHECK (a IN ('x', 'y')));
--- same
CREATE TABLE t (a text, CONSTRAINT c CHECK (a = ANY (ARRAY['x', 'y'])));
# a list of values of a varchar, as PostgreSQL writes it and writes it once more
--- from
CREATE TABLE t (a varchar(5), CONSTRAINT c CHECK (a IN ('x', 'y')));
--- same
CREATE TABLE t (a varchar(5), CONSTRAINT c CHECK ((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])));
# between
--- from
CREATE TABLE t (a int, CONSTRAINT c CHECK (a BETWEEN 1 AND 5));
--- same
CREATE TABLE t (a int, CONSTRAINT c CHECK (a >= 1 AND a <= 5));
# not equal, not like, not in
--- from
CREATE TABLE t (a int, b text, CONSTRAINT c CHECK (a <> 1), CONSTRAINT d CHECK (b NOT LIKE 'x%'), CONSTRAINT e CHECK (a NOT IN (1, 2)));
--- same
CREATE TABLE t (a int, b text, CONSTRAINT c CHECK (a != 1), CONSTRAINT d CHECK (b !~~ 'x%'), CONSTRAINT e CHECK (a <> ALL (ARRAY[1, 2])));
# order of columns
--- from
CREATE TABLE t (a int, b text DEFAULT 'x', c date NOT NULL);
--- same
CREATE TABLE t (c date NOT NULL, a int, b text DEFAULT 'x');
# a column that is gone
--- from
CREATE TABLE t (a int, b text);
--- same
CREATE TABLE t (x int, a int, y int, b text);
ALTER TABLE t DROP x, DROP y;
# names that PostgreSQL gives, written out
--- from
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int CHECK (c > 0), d int REFERENCES u, e int4range, EXCLUDE USING gist (e WITH &&), UNIQUE (b, c), CHECK (b > c));
CREATE INDEX ON t (c, d);
--- same
CREATE TABLE u (id int CONSTRAINT u_pkey PRIMARY KEY);
CREATE TABLE t (a int CONSTRAINT t_pkey PRIMARY KEY, b int CONSTRAINT t_b_key UNIQUE, c int CONSTRAINT t_c_check CHECK (c > 0), d int CONSTRAINT t_d_fkey REFERENCES u, e int4range, CONSTRAINT t_e_excl EXCLUDE USING gist (e WITH &&), CONSTRAINT t_b_c_key UNIQUE (b, c), CONSTRAINT t_check CHECK (b > c));
CREATE INDEX t_c_d_idx ON t (c, d);
# constraints of columns and of the table
--- from
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE NOT NULL, c int CHECK (c > 0) REFERENCES t);
--- same
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a), UNIQUE (b), CONSTRAINT t_c_check CHECK (c > 0), FOREIGN KEY (c) REFERENCES t (a));
ALTER TABLE t ALTER b SET NOT NULL;
# what is usual, written out
--- from
CREATE TABLE t (a int REFERENCES t (b), b int UNIQUE);
CREATE INDEX i ON t (a);
CREATE VIEW v AS SELECT a FROM t;
--- same
CREATE TABLE t (a int DEFAULT NULL REFERENCES t (b) MATCH SIMPLE ON DELETE NO ACTION ON UPDATE NO ACTION NOT DEFERRABLE INITIALLY IMMEDIATE, b int NULL UNIQUE);
CREATE INDEX i ON t USING btree (a ASC NULLS LAST);
CREATE VIEW v (a) AS SELECT t.a AS a FROM public.t;
# nulls first of what goes down
CREATE TABLE t (a int, b text);
--- from
CREATE INDEX i ON t (a DESC, b text_ops);
--- same
CREATE INDEX i ON t (a DESC NULLS FIRST, b);
# nulls that are distinct (15)
--- from
CREATE TABLE t (a int UNIQUE);
--- same
CREATE TABLE t (a int UNIQUE NULLS DISTINCT);
# a constraint that is validated later
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0), ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t;
--- same
ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0) NOT VALID, ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT c, VALIDATE CONSTRAINT f;
# a key over an index that was there
CREATE TABLE t (a int NOT NULL);
--- from
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a);
--- same
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i;
# defaults and their casts
--- from
CREATE TABLE t (a text DEFAULT 'x', b numeric(5,2) DEFAULT 1, c jsonb DEFAULT '{}', d date DEFAULT '2026-01-02', e int[] DEFAULT '{}', f bool DEFAULT 't', g varchar(3) DEFAULT 'abc');
--- same
CREATE TABLE t (a text DEFAULT 'x'::text, b numeric(5,2) DEFAULT 1, c jsonb DEFAULT '{}'::jsonb, d date DEFAULT '2026-01-02'::date, e int[] DEFAULT '{}'::integer[], f bool DEFAULT true, g varchar(3) DEFAULT 'abc'::character varying);
# times of now
--- from
CREATE TABLE t (a timestamptz DEFAULT now(), b timestamptz DEFAULT CURRENT_TIMESTAMP, c date DEFAULT current_date);
--- same
CREATE TABLE t (a timestamptz DEFAULT pg_catalog.now(), b timestamptz DEFAULT current_timestamp, c date DEFAULT (CURRENT_DATE));
# zones and styles of the session
--- from
SET TimeZone = 'Asia/Kathmandu';
CREATE TABLE t (a timestamptz DEFAULT '2026-01-01 05:45:00+05:45', CHECK (a > '2020-01-01 00:00:00+00'));
RESET TimeZone;
--- same
SET TimeZone = 'America/New_York';
SET DateStyle = 'German';
CREATE TABLE t (a timestamptz DEFAULT '2026-01-01 00:00:00+00', CHECK (a > '2019-12-31 19:00:00-05'));
RESET TimeZone;
RESET DateStyle;
# an identity and its usual options
--- from
CREATE TABLE t (a bigint GENERATED ALWAYS AS IDENTITY);
--- same
CREATE TABLE t (a bigint NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 NO CYCLE));
# where an identity stands
--- from
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY);
--- same
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY);
INSERT INTO t DEFAULT VALUES;
INSERT INTO t DEFAULT VALUES;
ALTER TABLE t ALTER a RESTART WITH 500;
# where a sequence stands
--- from
CREATE SEQUENCE s;
--- same
CREATE SEQUENCE s AS bigint START 1 MINVALUE 1 NO CYCLE OWNED BY NONE;
SELECT nextval('s'), setval('s', 700);
# a sequence of another type that was altered to be the same
--- from
CREATE SEQUENCE s;
--- same
CREATE SEQUENCE s AS int;
ALTER SEQUENCE s AS bigint;
# a table's statistics and its rows
--- from
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
CREATE STATISTICS s ON a, b FROM t;
--- same
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
CREATE STATISTICS s (ndistinct, dependencies, mcv) ON a, b FROM t;
INSERT INTO t SELECT n, n FROM generate_series(1, 100) AS n;
ANALYZE t;
REINDEX TABLE t;
# renamed from something else
--- from
CREATE TABLE users (id serial PRIMARY KEY, email text);
--- same
CREATE TABLE people (id serial, mail text);
ALTER TABLE people ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE people RENAME TO users;
ALTER TABLE users RENAME mail TO email;
ALTER SEQUENCE people_id_seq RENAME TO users_id_seq;
# not null with a name from before (18)
--- from
CREATE TABLE t (a int NOT NULL);
--- same
CREATE TABLE t (b int CONSTRAINT t_b_not_null NOT NULL);
ALTER TABLE t RENAME b TO a;
# a view's stars and aliases
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT * FROM t WHERE a IN (1, 2);
--- same
CREATE VIEW v AS SELECT t.a, t.b FROM t WHERE (t.a = ANY (ARRAY[1, 2]));
# a view's joins
CREATE TABLE t (a int, b text);
CREATE TABLE u (a int, c text);
--- from
CREATE VIEW v AS SELECT t.a, u.c FROM t INNER JOIN u ON (t.a = u.a) WHERE NOT t.a = 3;
--- same
CREATE VIEW v AS SELECT t.a, u.c FROM public.t JOIN public.u ON t.a = u.a WHERE NOT (t.a = 3);
# spaces and comments in a view
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a,b FROM t WHERE a>1;
--- same
CREATE VIEW v AS
SELECT a, -- first
       b  /* second */
  FROM t
 WHERE (a > 1);
# a view that was replaced
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
--- same
CREATE VIEW v AS SELECT a FROM t;
CREATE OR REPLACE VIEW v AS SELECT a, b FROM t;
# options of a view
CREATE TABLE t (a int);
--- from
CREATE VIEW v AS SELECT a FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
--- same
CREATE VIEW v WITH (check_option = cascaded) AS SELECT a FROM t WHERE a > 0;
# how a function is written
--- from
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int AS 'SELECT 1' LANGUAGE sql VOLATILE CALLED ON NULL INPUT SECURITY INVOKER PARALLEL UNSAFE COST 100;
--- same
CREATE OR REPLACE FUNCTION public.f(IN a int4, b text = 'x'::text) RETURNS int4 LANGUAGE 'sql' AS $body$SELECT 1$body$;
# how a trigger is written
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- from
CREATE TRIGGER g BEFORE UPDATE OR INSERT ON t FOR EACH ROW EXECUTE PROCEDURE f();
CREATE TRIGGER h AFTER DELETE ON t EXECUTE FUNCTION f();
--- same
CREATE TRIGGER g BEFORE INSERT OR UPDATE ON public.t FOR ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER h AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
# a trigger that was off for a while
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
--- from
ALTER TABLE t DISABLE TRIGGER g;
ALTER TABLE t ENABLE TRIGGER g;
--- same
COMMENT ON TRIGGER g ON t IS 'x';
COMMENT ON TRIGGER g ON t IS NULL;
# an enum that grew
--- from
CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd');
--- same
CREATE TYPE e AS ENUM ('a', 'd');
ALTER TYPE e ADD VALUE 'c' BEFORE 'd';
ALTER TYPE e ADD VALUE 'b' AFTER 'a';
# an enum whose value was renamed
--- from
CREATE TYPE e AS ENUM ('a', 'b');
--- same
CREATE TYPE e AS ENUM ('a', 'x');
ALTER TYPE e RENAME VALUE 'x' TO 'b';
# a domain and its constraint
--- from
CREATE DOMAIN d AS varchar(5) DEFAULT 'x' NOT NULL CHECK (VALUE IN ('x', 'y'));
--- same
CREATE DOMAIN d character varying(5) CONSTRAINT d_check CHECK (VALUE IN ('x', 'y'));
ALTER DOMAIN d SET DEFAULT 'x';
ALTER DOMAIN d SET NOT NULL;
# a composite type that was altered
--- from
CREATE TYPE p AS (a int, b text);
--- same
CREATE TYPE p AS (a int, x int, b varchar);
ALTER TYPE p DROP ATTRIBUTE x, ALTER ATTRIBUTE b TYPE text;
# rights that everybody has, and an owner's own
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
--- from
GRANT EXECUTE ON FUNCTION f() TO PUBLIC;
GRANT ALL ON t TO CURRENT_USER;
--- same
GRANT USAGE ON TYPE e TO PUBLIC;
REVOKE ALL ON t FROM pg_monitor;
# rights one by one and together
CREATE TABLE t (a int, b int);
--- from
GRANT SELECT, INSERT ON t TO pg_monitor;
GRANT UPDATE (a, b) ON t TO pg_monitor;
--- same
GRANT INSERT ON t TO pg_monitor;
GRANT UPDATE (b) ON t TO pg_monitor;
GRANT UPDATE (a) ON t TO pg_monitor;
GRANT SELECT ON TABLE public.t TO pg_monitor;
# default rights that change nothing
CREATE SCHEMA tools;
--- from
ALTER DEFAULT PRIVILEGES IN SCHEMA tools GRANT SELECT ON TABLES TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA tools REVOKE SELECT ON TABLES FROM pg_monitor;
--- same
SELECT 1;
# partitions, attached or made
CREATE TABLE t (a int NOT NULL, b text) PARTITION BY RANGE (a);
CREATE INDEX t_b ON t (b);
--- from
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (5);
--- same
CREATE TABLE t_1 (b text, a int NOT NULL);
CREATE INDEX other_name ON t_1 (b);
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES FROM ('1') TO ('5');
# bounds and how they are written
CREATE TABLE t (a date, b timestamptz) PARTITION BY RANGE (a);
--- from
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- same
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('20260101') TO (date '2026-02-01');
# storage parameters and their values
--- from
CREATE TABLE t (a text) WITH (fillfactor = 70, autovacuum_enabled = off);
--- same
CREATE TABLE t (a text) WITH (autovacuum_enabled = off);
ALTER TABLE t SET (fillfactor = 70, toast.autovacuum_enabled = on);
ALTER TABLE t RESET (toast.autovacuum_enabled);
# compression and storage that are usual
--- from
CREATE TABLE t (a text, b int);
--- same
CREATE TABLE t (a text, b int);
ALTER TABLE t ALTER a SET STORAGE EXTENDED, ALTER b SET STORAGE PLAIN, ALTER a SET STATISTICS -1, ALTER a SET COMPRESSION default;
ALTER TABLE t REPLICA IDENTITY DEFAULT;
# a generated column's expression
--- from
CREATE TABLE t (a int, b text, c text GENERATED ALWAYS AS (b || 'x') STORED, d int GENERATED ALWAYS AS (a*2+1) STORED);
--- same
CREATE TABLE t (a int, b text, c text GENERATED ALWAYS AS ((b || 'x'::text)) STORED, d int GENERATED ALWAYS AS (((a * 2) + 1)) STORED);
# an index's expression and predicate
CREATE TABLE t (a int, b text);
--- from
CREATE INDEX i ON t (lower(b), (a+1)) WHERE a > 0 AND b IS NOT NULL;
--- same
CREATE INDEX i ON public.t USING btree (lower(b), ((a + 1))) WHERE ((a > 0) AND (b IS NOT NULL));
# a policy for all and for everybody
CREATE TABLE t (a int);
--- from
CREATE POLICY p ON t USING (a = 1);
--- same
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((a = 1));
# a publication and its options
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int PRIMARY KEY);
--- from
CREATE PUBLICATION p FOR TABLE t, u;
--- same
CREATE PUBLICATION p FOR TABLE u WITH (publish = 'truncate, delete, update, insert');
ALTER PUBLICATION p ADD TABLE t;
# a comment that is empty
--- from
CREATE TABLE t (a int);
COMMENT ON TABLE t IS '';
--- same
CREATE TABLE t (a int);
COMMENT ON TABLE t IS NULL;
# an exclusion and its operators
--- from
CREATE TABLE t (a int4range, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
--- same
CREATE TABLE t (a int4range, CONSTRAINT x EXCLUDE USING gist (a range_ops WITH OPERATOR(pg_catalog.&&)) NOT DEFERRABLE);
# a check that is enforced (18)
--- from
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
--- same
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0) ENFORCED);
# settings of the session that write it
CREATE TABLE t (a int, "order" text);
--- from
CREATE VIEW v AS SELECT a, "order" FROM t;
CREATE FUNCTION f() RETURNS bytea LANGUAGE sql AS $$ SELECT '\x00'::bytea $$;
--- same
SET quote_all_identifiers = on;
SET search_path = public, pg_catalog;
CREATE VIEW v AS SELECT a, "order" FROM t;
CREATE FUNCTION f() RETURNS bytea LANGUAGE sql AS $$ SELECT '\x00'::bytea $$;
RESET quote_all_identifiers;
