# a type, its table, its view, their rights
--- from
CREATE TABLE t (a int, b varchar(10) DEFAULT 'x' CHECK (b <> ''), c text GENERATED ALWAYS AS (b || '!') STORED);
CREATE INDEX t_b ON t (b) WHERE b <> 'y';
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT upper(b) AS b FROM v;
CREATE MATERIALIZED VIEW m AS SELECT b, count(*) AS n FROM w GROUP BY b;
CREATE UNIQUE INDEX m_b ON m (b);
CREATE POLICY p ON t USING (b = current_user);
CREATE STATISTICS s ON a, b FROM t;
GRANT SELECT ON v, w, m TO pg_monitor;
COMMENT ON COLUMN v.b IS 'b';
--- to
CREATE TABLE t (a int, b text DEFAULT 'x' CHECK (b <> ''), c text GENERATED ALWAYS AS (b || '!') STORED);
CREATE INDEX t_b ON t (b) WHERE b <> 'y';
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT upper(b) AS b FROM v;
CREATE MATERIALIZED VIEW m AS SELECT b, count(*) AS n FROM w GROUP BY b;
CREATE UNIQUE INDEX m_b ON m (b);
CREATE POLICY p ON t USING (b = current_user);
CREATE STATISTICS s ON a, b FROM t;
GRANT SELECT ON v, w, m TO pg_monitor;
COMMENT ON COLUMN v.b IS 'b';
# a function that everything calls
--- from
CREATE FUNCTION norm(x text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(x)';
CREATE TABLE t (a text DEFAULT norm('A'), b text GENERATED ALWAYS AS (norm('b')) STORED, CONSTRAINT c CHECK (norm(a) = a));
CREATE INDEX i ON t (norm(a));
CREATE VIEW v AS SELECT norm(a) AS n FROM t;
CREATE POLICY p ON t USING (norm(a) = 'x');
CREATE DOMAIN d AS text CONSTRAINT normal CHECK (norm(VALUE) = VALUE);
--- to
CREATE FUNCTION norm(y text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT upper(y)';
CREATE TABLE t (a text DEFAULT norm('A'), b text GENERATED ALWAYS AS (norm('b')) STORED, CONSTRAINT c CHECK (norm(a) = a));
CREATE INDEX i ON t (norm(a));
CREATE VIEW v AS SELECT norm(a) AS n FROM t;
CREATE POLICY p ON t USING (norm(a) = 'x');
CREATE DOMAIN d AS text CONSTRAINT normal CHECK (norm(VALUE) = VALUE);
# a function of a type of a table of a function
--- to
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE FUNCTION usual() RETURNS kind LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::kind';
CREATE TABLE t (k kind DEFAULT usual());
CREATE FUNCTION all_of(k kind) RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t WHERE t.k = $1';
CREATE VIEW v AS SELECT * FROM all_of('a');
CREATE AGGREGATE last_of(t) (sfunc = array_append, stype = t[]);
# an enum remade under a function, a view, a domain, a composite
--- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e CONSTRAINT not_c CHECK (VALUE <> 'c');
CREATE FUNCTION f(x e, y int DEFAULT 1) RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE t (a e, b e GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (a) WHERE f(a) = 'b';
CREATE VIEW v AS SELECT f(a) AS x FROM t;
--- to
CREATE TYPE e AS ENUM ('c', 'a', 'b');
CREATE DOMAIN d AS e CONSTRAINT not_c CHECK (VALUE <> 'c');
CREATE FUNCTION f(x e, y int DEFAULT 1) RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE t (a e, b e GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (a) WHERE f(a) = 'b';
CREATE VIEW v AS SELECT f(a) AS x FROM t;
# a new value of an enum that is used at once
--- from
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (a e DEFAULT 'a');
--- to
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (a e DEFAULT 'b', CONSTRAINT c CHECK (a <> 'b'));
CREATE INDEX i ON t (a) WHERE a = 'b';
# a table that goes under a view that stays
--- from
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
--- to
CREATE TABLE u (a int);
CREATE VIEW v AS SELECT a FROM u;
# a table or a view
--- from
CREATE TABLE x (a int, b text);
--- to
CREATE TABLE t (a int, b text);
CREATE VIEW x AS SELECT a, b FROM t;
# a view or a materialised one
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW x AS SELECT a, b FROM t;
CREATE VIEW y AS SELECT a FROM x;
--- to
CREATE MATERIALIZED VIEW x AS SELECT a, b FROM t;
CREATE INDEX x_a ON x (a);
CREATE VIEW y AS SELECT a FROM x;
# a function or a procedure
--- from
CREATE FUNCTION p(a int) RETURNS void LANGUAGE plpgsql AS 'BEGIN NULL; END';
--- to
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS 'BEGIN NULL; END';
# a function or an aggregate
--- from
CREATE FUNCTION total(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
--- to
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
# an enum, a domain or a composite of the same name
--- from
CREATE TYPE x AS ENUM ('a');
CREATE DOMAIN y AS text;
--- to
CREATE DOMAIN x AS text;
CREATE TYPE y AS (a int);
# a unique index or a constraint of the same name
CREATE TABLE t (a int, b int);
--- from
CREATE UNIQUE INDEX one ON t (a);
ALTER TABLE t ADD CONSTRAINT two UNIQUE (b);
--- to
ALTER TABLE t ADD CONSTRAINT one UNIQUE (a);
CREATE UNIQUE INDEX two ON t (b);
# an index, a sequence, a table with names of each other
CREATE TABLE t (a int);
--- from
CREATE INDEX x ON t (a);
CREATE SEQUENCE y;
CREATE TABLE z (a int);
--- to
CREATE TABLE x (a int);
CREATE INDEX y ON t (a);
CREATE SEQUENCE z;
# everything in another schema
CREATE SCHEMA a;
CREATE SCHEMA b;
--- from
CREATE TYPE a.e AS ENUM ('x');
CREATE TABLE a.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, e a.e DEFAULT 'x');
CREATE VIEW a.v AS SELECT id FROM a.t;
--- to
CREATE TYPE b.e AS ENUM ('x');
CREATE TABLE b.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, e b.e DEFAULT 'x');
CREATE VIEW b.v AS SELECT id FROM b.t;
# a schema that goes with all that is in it
--- from
CREATE SCHEMA a;
CREATE TABLE a.t (id int PRIMARY KEY);
CREATE FUNCTION a.f() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE u (t int REFERENCES a.t DEFAULT a.f());
CREATE VIEW v AS SELECT id FROM a.t;
--- to
CREATE TABLE u (t int);
# tables in a ring lose one
--- from
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b);
ALTER TABLE a ADD c int REFERENCES c;
--- to
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD c int REFERENCES c;
# the type of a key and of all that refer to it
--- from
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY REFERENCES a, up int REFERENCES b);
CREATE TABLE c (b int REFERENCES b);
CREATE VIEW v AS SELECT a.id, c.b FROM a JOIN c ON c.b = a.id;
--- to
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY REFERENCES a, up bigint REFERENCES b);
CREATE TABLE c (b bigint REFERENCES b);
CREATE VIEW v AS SELECT a.id, c.b FROM a JOIN c ON c.b = a.id;
# a key that others refer to, renamed and moved
--- from
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, n int NOT NULL);
CREATE TABLE b (a int CONSTRAINT to_a REFERENCES a);
--- to
CREATE TABLE a (id int CONSTRAINT a_other UNIQUE, n int CONSTRAINT a_key PRIMARY KEY);
CREATE TABLE b (a int CONSTRAINT to_a REFERENCES a (n));
# a primary key under another name
--- from
CREATE TABLE a (id int CONSTRAINT pk_a PRIMARY KEY);
CREATE TABLE b (a int REFERENCES a);
ALTER TABLE a REPLICA IDENTITY USING INDEX pk_a;
--- to
CREATE TABLE a (id int CONSTRAINT a_pkey PRIMARY KEY);
CREATE TABLE b (a int REFERENCES a);
ALTER TABLE a REPLICA IDENTITY USING INDEX a_pkey;
# a view that groups by a key
CREATE TABLE t (id int NOT NULL, n int);
--- from
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
CREATE VIEW v AS SELECT id, n, count(*) FROM t GROUP BY id;
--- to
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id) DEFERRABLE;
CREATE VIEW v AS SELECT id, n, count(*) FROM t GROUP BY id, n;
# a column of an extension's type becomes another one
--- from
CREATE EXTENSION citext;
CREATE TABLE t (a citext UNIQUE, b citext[]);
CREATE VIEW v AS SELECT a FROM t;
--- to
CREATE TABLE t (a text UNIQUE, b text[]);
CREATE VIEW v AS SELECT a FROM t;
# an index with an extension's operators
CREATE TABLE t (a text);
--- to
CREATE EXTENSION pg_trgm;
CREATE INDEX i ON t USING gin (a gin_trgm_ops);
# a rule over a view over a table that changes
--- from
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (NEW.a, NEW.b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g INSTEAD OF DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
--- to
CREATE TABLE t (a bigint, b text);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (NEW.a, NEW.b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g INSTEAD OF DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
# a publication and a policy of a column whose type changes
--- from
CREATE TABLE t (a int PRIMARY KEY, b varchar(5));
CREATE PUBLICATION p FOR TABLE t;
CREATE POLICY q ON t FOR SELECT USING (b = 'x' AND EXISTS (SELECT FROM t AS u WHERE u.b = t.b));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
--- to
CREATE TABLE t (a bigint PRIMARY KEY, b text);
CREATE PUBLICATION p FOR TABLE t;
CREATE POLICY q ON t FOR SELECT USING (b = 'x' AND EXISTS (SELECT FROM t AS u WHERE u.b = t.b));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
# a publication with a filter of a column whose type changes (15)
--- from
CREATE TABLE t (a int PRIMARY KEY, b varchar(5));
ALTER TABLE t REPLICA IDENTITY FULL;
CREATE PUBLICATION p FOR TABLE t WHERE (b <> 'x');
--- to
CREATE TABLE t (a int PRIMARY KEY, b text);
ALTER TABLE t REPLICA IDENTITY FULL;
CREATE PUBLICATION p FOR TABLE t WHERE (b <> 'x');
# a function with a parsed body over a table and a view that change
--- from
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT max(a) FROM v);
CREATE VIEW w AS SELECT f() AS m;
--- to
CREATE TABLE t (a smallint, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT max(a) FROM v);
CREATE VIEW w AS SELECT f() AS m;
# views that read each other's columns in a line
CREATE TABLE t (a int, b int, c int);
--- from
CREATE VIEW a AS SELECT a, b FROM t;
CREATE VIEW b AS SELECT * FROM a;
CREATE VIEW c AS SELECT * FROM b;
CREATE MATERIALIZED VIEW d AS SELECT * FROM c WITH NO DATA;
--- to
CREATE VIEW a AS SELECT c AS a, b FROM t;
CREATE VIEW b AS SELECT a.b, a.a FROM a;
CREATE VIEW c AS SELECT * FROM b;
CREATE MATERIALIZED VIEW d AS SELECT * FROM c WITH NO DATA;
# a row type of a table as a column
--- from
CREATE TABLE t (a int);
CREATE TABLE u (r t, s t[]);
--- to
CREATE TABLE t (a int, b text);
CREATE TABLE u (r t, s t[]);
CREATE FUNCTION f(x t) RETURNS text LANGUAGE sql AS 'SELECT ($1).b';
