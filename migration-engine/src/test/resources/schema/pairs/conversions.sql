# an enum with labels in the middle and at both ends
--- from
CREATE TYPE e AS ENUM ('c', 'f');
--- to
CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
# an enum without labels
--- from
CREATE TYPE e AS ENUM ();
--- to
CREATE TYPE e AS ENUM ('b', 'a');
# an enum that loses one and gets another
--- from
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (a e DEFAULT 'a', b e[] DEFAULT ARRAY['a', 'b']::e[]);
CREATE TABLE u (a e NOT NULL, PRIMARY KEY (a));
--- to
CREATE TYPE e AS ENUM ('a', 'x', 'b');
CREATE TABLE t (a e DEFAULT 'a', b e[] DEFAULT ARRAY['a', 'b']::e[]);
CREATE TABLE u (a e NOT NULL, PRIMARY KEY (a));
# a text that becomes an enum
--- from
CREATE TABLE t (a text DEFAULT 'a' NOT NULL CONSTRAINT c CHECK (a IN ('a', 'b')));
CREATE INDEX i ON t (a);
--- to
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (a e DEFAULT 'a' NOT NULL);
CREATE INDEX i ON t (a);
# one enum for another
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TYPE f AS ENUM ('b', 'a');
--- from
CREATE TABLE t (a e DEFAULT 'a', b e[]);
--- to
CREATE TABLE t (a f DEFAULT 'b', b f[]);
# an enum remade in partitions and heirs
--- from
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE p (a e DEFAULT 'a', n int) PARTITION BY RANGE (n);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE TABLE h (a e DEFAULT 'b');
CREATE TABLE h_1 (x int) INHERITS (h);
ALTER TABLE h_1 ALTER a SET DEFAULT 'a';
--- to
CREATE TYPE e AS ENUM ('b', 'a');
CREATE TABLE p (a e DEFAULT 'a', n int) PARTITION BY RANGE (n);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE TABLE h (a e DEFAULT 'b');
CREATE TABLE h_1 (x int) INHERITS (h);
ALTER TABLE h_1 ALTER a SET DEFAULT 'a';
# rights and a comment of an enum that is remade
--- from
CREATE TYPE e AS ENUM ('a', 'b');
COMMENT ON TYPE e IS 'kept';
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO pg_monitor;
--- to
CREATE TYPE e AS ENUM ('b', 'a');
COMMENT ON TYPE e IS 'kept';
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO pg_monitor;
# a domain over a domain
--- to
CREATE DOMAIN a AS int CHECK (VALUE > 0);
CREATE DOMAIN b AS a CONSTRAINT small CHECK (VALUE < 100) DEFAULT 5;
CREATE TABLE t (x b, y b[]);
# a domain's constraint under another name
--- from
CREATE DOMAIN d AS int CONSTRAINT one CHECK (VALUE > 0);
--- to
CREATE DOMAIN d AS int CONSTRAINT two CHECK (VALUE > 0);
# a domain's nulls and default
--- from
CREATE DOMAIN d AS int NOT NULL DEFAULT 5;
CREATE TABLE t (a d);
--- to
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
# a domain of another type that no column is of
--- from
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE FUNCTION f(x d) RETURNS d LANGUAGE sql AS 'SELECT $1';
COMMENT ON DOMAIN d IS 'd';
--- to
CREATE DOMAIN d AS bigint CHECK (VALUE > 0);
CREATE FUNCTION f(x d) RETURNS d LANGUAGE sql AS 'SELECT $1';
COMMENT ON DOMAIN d IS 'd';
# a domain or its type
CREATE DOMAIN d AS varchar(10) CHECK (VALUE <> '');
--- from
CREATE TABLE t (a d DEFAULT 'x', b text);
CREATE VIEW v AS SELECT a FROM t;
--- to
CREATE TABLE t (a varchar(10) DEFAULT 'x', b d);
CREATE VIEW v AS SELECT a FROM t;
# a domain with a collation of another
--- from
CREATE DOMAIN d AS text COLLATE "C";
--- to
CREATE DOMAIN d AS text COLLATE "POSIX";
# an array of a domain and a domain of an array
--- to
CREATE DOMAIN d AS int[] CHECK (array_length(VALUE, 1) < 5);
CREATE DOMAIN e AS numeric(5,2);
CREATE TABLE t (a d, b e[]);
# a composite of a composite of an enum
--- to
CREATE TYPE e AS ENUM ('a');
CREATE TYPE z AS (e e, n numeric(5,2), t timestamptz(3)[]);
CREATE TYPE a AS ("Z" z, many z[]);
COMMENT ON TYPE a IS 'outer';
CREATE FUNCTION f(a) RETURNS z LANGUAGE sql AS 'SELECT ($1)."Z"';
# a composite with attributes in another order
--- from
CREATE TYPE p AS (a int, b text);
CREATE FUNCTION f() RETURNS p LANGUAGE sql AS 'SELECT NULL::p';
CREATE VIEW v AS SELECT (f()).a AS a;
--- to
CREATE TYPE p AS (b text, a int);
CREATE FUNCTION f() RETURNS p LANGUAGE sql AS 'SELECT NULL::p';
CREATE VIEW v AS SELECT (f()).a AS a;
# a range with everything
--- to
CREATE FUNCTION apart(text, text) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT 1.0::float8';
CREATE TYPE span AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", subtype_diff = apart, multirange_type_name = "Many Spans");
CREATE TABLE t (a span, b "Many Spans", EXCLUDE USING gist (a WITH &&));
# a range of another subtype that no column is of
--- from
CREATE TYPE span AS RANGE (subtype = int);
CREATE FUNCTION f(x span) RETURNS int LANGUAGE sql AS 'SELECT lower($1)';
--- to
CREATE TYPE span AS RANGE (subtype = bigint);
CREATE FUNCTION f(x span) RETURNS int LANGUAGE sql AS 'SELECT 1';
# numbers, texts and bits of another size
--- from
CREATE TABLE t (a numeric(10,2), b char(5), c bit(3), d varbit(8), e time(0), f interval(3));
--- to
CREATE TABLE t (a numeric, b char(10), c bit(4), d varbit, e time, f interval day to second(6));
# a scale below zero (15)
--- from
CREATE TABLE t (a numeric(3,-2));
--- to
CREATE TABLE t (a numeric(5,0));
# text, json, bytes, uuid and network
--- from
CREATE TABLE t (a text DEFAULT '{}', b text, c text, d text[]);
--- to
CREATE TABLE t (a jsonb DEFAULT '{}', b uuid DEFAULT gen_random_uuid(), c inet, d uuid[]);
# an array or not
--- from
CREATE TABLE t (a text[] DEFAULT '{x}');
--- to
CREATE TABLE t (a text DEFAULT 'x');
# a time with or without its zone, with a default and an index
--- from
CREATE TABLE t (a timestamp DEFAULT now() NOT NULL, CHECK (a > '2020-01-01'));
CREATE INDEX i ON t (a DESC) WHERE a IS NOT NULL;
--- to
CREATE TABLE t (a timestamptz DEFAULT now() NOT NULL, CHECK (a > '2020-01-01'));
CREATE INDEX i ON t (a DESC) WHERE a IS NOT NULL;
