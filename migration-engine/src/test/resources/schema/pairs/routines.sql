# functions of one name
--- from
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION f(int, text) RETURNS int LANGUAGE sql AS 'SELECT 3';
--- to
CREATE FUNCTION f(bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql AS 'SELECT ''2''';
CREATE FUNCTION f(int, text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 3';
COMMENT ON FUNCTION f(bigint) IS 'b';
# everything that is said of a function
--- from
CREATE FUNCTION f(a int) RETURNS SETOF int LANGUAGE plpgsql AS 'BEGIN RETURN; END';
--- to
CREATE FUNCTION f(a int) RETURNS SETOF int LANGUAGE plpgsql STABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL RESTRICTED COST 7 ROWS 9 SET search_path = '' SET "TimeZone" = 'UTC' SET work_mem = '1MB' AS $f$ BEGIN RETURN QUERY SELECT 1; END $f$;
# a default of an argument goes
--- from
CREATE FUNCTION f(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT f(1) AS x;
--- to
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT f(1, 2) AS x;
# an argument comes or goes
--- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT f(1), CONSTRAINT c CHECK (f(a) > 0));
CREATE INDEX i ON t (f(a));
--- to
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT f(1, 2), CONSTRAINT c CHECK (f(a, 1) > 0));
CREATE INDEX i ON t (f(a, 3));
# what comes out
--- from
CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION g() RETURNS TABLE (a int) LANGUAGE sql AS 'SELECT 1';
--- to
CREATE FUNCTION f(OUT a int, OUT c text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION g() RETURNS TABLE (a int, b int) LANGUAGE sql AS 'SELECT 1, 2';
# the name of an argument's type in another schema
CREATE SCHEMA app;
CREATE TYPE app.e AS ENUM ('a');
--- from
CREATE FUNCTION app.f(x app.e[]) RETURNS app.e LANGUAGE sql AS 'SELECT $1[1]';
--- to
CREATE FUNCTION app.f(x app.e[], VARIADIC y int[]) RETURNS app.e LANGUAGE sql AS 'SELECT $1[1]';
GRANT EXECUTE ON FUNCTION app.f(app.e[], int[]) TO pg_monitor;
# a body with all that needs quotes
--- to
CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $outer$
DECLARE x text := 'it''s';
BEGIN
    -- a comment; with a semicolon
    EXECUTE $inner$ SELECT $$dollars$$ $inner$ INTO x;
    RETURN E'\\' || x || '$function$';
END
$outer$;
# a procedure with what comes in and out
--- from
CREATE PROCEDURE p(IN a int, INOUT b int) LANGUAGE plpgsql AS 'BEGIN b := a; END';
--- to
CREATE PROCEDURE p(IN a int, INOUT b int) LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN b := a + 1; END';
COMMENT ON PROCEDURE p(int, int) IS 'p';
REVOKE EXECUTE ON PROCEDURE p(int, int) FROM PUBLIC;
# functions that are not everybody's
--- to
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int);
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
REVOKE ALL ON FUNCTION f(), total(int) FROM PUBLIC;
REVOKE ALL ON TYPE e FROM PUBLIC;
REVOKE ALL ON DOMAIN d FROM PUBLIC;
# a function that is not everybody's is made anew
--- from
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON FUNCTION f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f() TO pg_monitor;
--- to
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
REVOKE ALL ON FUNCTION f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f() TO pg_monitor;
# an aggregate of one's own functions
--- from
CREATE FUNCTION step(s int, x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (sfunc = step, stype = int, initcond = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS x FROM t;
--- to
CREATE FUNCTION step(s bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (sfunc = step, stype = bigint, initcond = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS x FROM t;
# an aggregate with all its parts
--- to
CREATE AGGREGATE mean(float8) (sfunc = float8_accum, stype = float8[], finalfunc = float8_avg, combinefunc = float8_combine, initcond = '{0,0,0}', parallel = safe);
CREATE AGGREGATE moving(int) (sfunc = int4pl, stype = int, initcond = '0', msfunc = int4pl, minvfunc = int4mi, mstype = int, minitcond = '0');
CREATE AGGREGATE least_of(int) (sfunc = int4smaller, stype = int, sortop = operator(pg_catalog.<));
COMMENT ON AGGREGATE mean(float8) IS 'mean';
# triggers of all kinds
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- to
CREATE TRIGGER a BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION f('a', '2', 'it''s');
CREATE TRIGGER b AFTER TRUNCATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER c AFTER UPDATE ON t REFERENCING OLD TABLE AS before NEW TABLE AS "After" FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER d BEFORE UPDATE OF a, b ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();
CREATE CONSTRAINT TRIGGER e AFTER INSERT ON t FROM pg_class NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER a, ENABLE ALWAYS TRIGGER b, ENABLE REPLICA TRIGGER c;
# a constraint trigger that waits or not
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- from
CREATE CONSTRAINT TRIGGER e AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER e;
--- to
CREATE CONSTRAINT TRIGGER e AFTER INSERT OR UPDATE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER e;
COMMENT ON TRIGGER e ON t IS 'e';
# a trigger on a column that goes
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- from
CREATE TRIGGER d BEFORE UPDATE OF b ON t FOR EACH ROW WHEN (NEW.b > 0) EXECUTE FUNCTION f();
--- to
ALTER TABLE t DROP b;
CREATE TRIGGER d BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
# a trigger's function and its table come and go together
--- to
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
# policies of all commands
CREATE TABLE t (a int, who name);
--- from
CREATE POLICY a ON t FOR ALL TO pg_monitor, pg_read_all_stats USING (a > 0);
CREATE POLICY c ON t FOR INSERT WITH CHECK (a > 0);
--- to
CREATE POLICY a ON t FOR ALL TO pg_read_all_stats USING (a > 1) WITH CHECK (a > 2);
CREATE POLICY b ON t AS RESTRICTIVE FOR DELETE USING (who = current_user);
CREATE POLICY c ON t FOR INSERT WITH CHECK (who = session_user);
CREATE POLICY d ON t FOR UPDATE USING (a = 1) WITH CHECK (true);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
# row security of a table with policies
CREATE TABLE t (a int);
CREATE POLICY a ON t USING (a > 0);
--- from
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
--- to
ALTER TABLE t FORCE ROW LEVEL SECURITY;
COMMENT ON POLICY a ON t IS 'a';
