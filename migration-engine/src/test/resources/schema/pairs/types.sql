# an enum
--- to
CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
COMMENT ON TYPE mood IS 'm';
CREATE TABLE t (a mood DEFAULT 'sad', b mood[]);
# more values
--- from
CREATE TYPE mood AS ENUM ('b', 'd');
CREATE TABLE t (a mood DEFAULT 'b');
--- to
CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e');
CREATE TABLE t (a mood DEFAULT 'b');
# values in another order, with all that needs them
--- from
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (a mood DEFAULT 'b' NOT NULL, b mood[], CHECK (a <> 'c'));
CREATE INDEX t_a ON t (b) WHERE a = 'a';
CREATE VIEW v AS SELECT a FROM t WHERE a > 'a';
CREATE FUNCTION f(m mood) RETURNS mood LANGUAGE sql AS 'SELECT m';
--- to
CREATE TYPE mood AS ENUM ('c', 'b', 'a');
CREATE TABLE t (a mood DEFAULT 'b' NOT NULL, b mood[], CHECK (a <> 'c'));
CREATE INDEX t_a ON t (b) WHERE a = 'a';
CREATE VIEW v AS SELECT a FROM t WHERE a > 'a';
CREATE FUNCTION f(m mood) RETURNS mood LANGUAGE sql AS 'SELECT m';
# an enum or a text
CREATE TYPE mood AS ENUM ('a', 'b');
--- from
CREATE TABLE t (a mood DEFAULT 'a');
--- to
CREATE TABLE t (a text DEFAULT 'a');
# an enum that goes, and the column that was of it
--- from
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (a mood DEFAULT 'a');
--- to
CREATE TABLE t (a text);
# a domain
--- to
CREATE DOMAIN email AS varchar(100) COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT at CHECK (VALUE LIKE '%@%');
CREATE TABLE t (a email);
COMMENT ON DOMAIN email IS 'e';
COMMENT ON CONSTRAINT at ON DOMAIN email IS 'has one';
# a domain with other constraints
--- from
CREATE DOMAIN d AS int DEFAULT 1 CONSTRAINT a CHECK (VALUE > 0) CONSTRAINT b CHECK (VALUE < 10);
CREATE TABLE t (a d);
--- to
CREATE DOMAIN d AS int DEFAULT 2 NOT NULL CONSTRAINT a CHECK (VALUE > 1) CONSTRAINT c CHECK (VALUE < 20);
CREATE TABLE t (a d);
# a domain's constraint of old values or not
CREATE DOMAIN d AS int;
--- from
ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID;
--- to
ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0);
# a composite type
--- to
CREATE TYPE pair AS (a int, "B b" text COLLATE "C");
CREATE TABLE t (p pair);
# another composite type
--- from
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION f(p pair) RETURNS int LANGUAGE sql AS 'SELECT 1';
--- to
CREATE TYPE pair AS (a int, c text);
CREATE FUNCTION f(p pair) RETURNS int LANGUAGE sql AS 'SELECT 1';
# a range type
--- to
CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (s span);
# a sequence
--- to
CREATE SEQUENCE s AS int START 5 INCREMENT BY -1 MINVALUE -100 MAXVALUE 100 CACHE 3 CYCLE;
# another sequence
--- from
CREATE SEQUENCE s AS int START 5;
--- to
CREATE SEQUENCE s AS bigint START 7 INCREMENT BY 10;
# the owner of a sequence
CREATE TABLE t (a int, b int);
CREATE SEQUENCE s;
--- from
ALTER SEQUENCE s OWNED BY t.a;
--- to
ALTER SEQUENCE s OWNED BY t.b;
# an unlogged sequence (15)
--- to
CREATE UNLOGGED SEQUENCE s;
# an extension
--- to
CREATE EXTENSION citext;
CREATE TABLE t (a citext);
# an extension elsewhere
CREATE SCHEMA tools;
--- from
CREATE EXTENSION citext;
--- to
CREATE EXTENSION citext SCHEMA tools;
