# every kind of object
CREATE SCHEMA app;
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE SEQUENCE s;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN NULL; END';
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
--- to
GRANT USAGE, CREATE ON SCHEMA app TO pg_monitor;
GRANT ALL ON t, v TO pg_monitor;
GRANT SELECT (a), UPDATE (b), REFERENCES (a, b) ON t TO pg_read_all_stats WITH GRANT OPTION;
GRANT USAGE, SELECT ON SEQUENCE s TO pg_monitor;
GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor WITH GRANT OPTION;
GRANT EXECUTE ON PROCEDURE p() TO pg_monitor;
GRANT USAGE ON TYPE e TO pg_monitor;
GRANT USAGE ON DOMAIN d TO pg_monitor;
# less and other rights
CREATE TABLE t (a int, b int);
--- from
GRANT SELECT, INSERT, UPDATE, DELETE ON t TO pg_monitor WITH GRANT OPTION;
GRANT SELECT (a, b) ON t TO PUBLIC;
--- to
GRANT SELECT, TRUNCATE ON t TO pg_monitor;
GRANT SELECT (b), INSERT (a) ON t TO PUBLIC;
# rights of a table that comes
CREATE SCHEMA app;
--- to
CREATE TABLE app."T" ("A" int);
GRANT SELECT ("A") ON app."T" TO pg_monitor;
GRANT INSERT ON app."T" TO PUBLIC;
# rights on the schema public
--- from
CREATE TABLE t (a int);
--- to
CREATE TABLE t (a int);
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO PUBLIC;
# rights of a column that comes
CREATE TABLE t (a int);
--- to
ALTER TABLE t ADD b int;
GRANT SELECT (b) ON t TO pg_monitor;
GRANT UPDATE (a, b) ON t TO pg_monitor;
# rights by default of all kinds
CREATE SCHEMA "My App";
--- from
ALTER DEFAULT PRIVILEGES IN SCHEMA "My App" GRANT SELECT, INSERT ON TABLES TO pg_monitor;
--- to
ALTER DEFAULT PRIVILEGES IN SCHEMA "My App" GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA "My App" GRANT USAGE ON SEQUENCES TO pg_monitor WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES IN SCHEMA "My App" GRANT USAGE ON TYPES TO pg_monitor;
# rights by default on tables that come with them
CREATE SCHEMA app;
--- to
CREATE TABLE app.t (a int);
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO pg_monitor;
CREATE TABLE app.u (a int);
# a publication of more and of less
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int PRIMARY KEY);
--- from
CREATE PUBLICATION p FOR ALL TABLES WITH (publish = 'insert');
--- to
CREATE PUBLICATION p FOR TABLE t;
CREATE PUBLICATION q;
COMMENT ON PUBLICATION p IS 'p';
# a publication of a table that goes
CREATE TABLE t (a int PRIMARY KEY);
--- from
CREATE TABLE u (a int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t, u;
--- to
CREATE TABLE v (a int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t, v;
# a publication of a schema (15)
CREATE SCHEMA "My App";
CREATE TABLE t (a int PRIMARY KEY);
--- from
CREATE PUBLICATION p FOR TABLE t;
--- to
CREATE PUBLICATION p FOR TABLES IN SCHEMA "My App", public;
# a publication of a column that goes (15)
--- from
CREATE TABLE t (a int PRIMARY KEY, b int, c int);
CREATE PUBLICATION p FOR TABLE t (a, b);
--- to
CREATE TABLE t (a int PRIMARY KEY, c int);
CREATE PUBLICATION p FOR TABLE t (a, c);
# extensions that come and go
--- from
CREATE EXTENSION pg_trgm;
--- to
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
