# functions that call each other
--- to
CREATE FUNCTION z() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT z()';
# a function over a table that is made later
--- to
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t';
COMMENT ON FUNCTION f() IS 'f';
# a function with another body
--- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
--- to
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 SET search_path = pg_catalog AS 'SELECT 2';
# a function that returns something else, and a view over it
--- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT f(1)::text AS x;
--- to
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE VIEW v AS SELECT f(1)::text AS x;
# a function with other names of arguments
--- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int, CHECK (f(a) = 1));
--- to
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int, CHECK (f(a) = 1));
# a function with a body that is parsed
CREATE TABLE t (a int);
--- to
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
# a function that returns a table
--- to
CREATE FUNCTION f(OUT a int, INOUT b text DEFAULT 'x', VARIADIC c int[] DEFAULT '{}') LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
CREATE FUNCTION g() RETURNS TABLE (x int, y text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
# a procedure
--- to
CREATE PROCEDURE p(a int DEFAULT 1) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
COMMENT ON PROCEDURE p(int) IS 'p';
# an aggregate
--- to
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
COMMENT ON AGGREGATE total(int) IS 't';
CREATE AGGREGATE rows(*) (sfunc = int8inc, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe);
# another aggregate
--- from
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
--- to
CREATE AGGREGATE total(int) (sfunc = int4mul, stype = int, initcond = '1');
# a view
CREATE TABLE t (a int, b text);
--- to
CREATE VIEW v WITH (security_barrier) AS SELECT a, b AS "B" FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
COMMENT ON VIEW v IS 'v';
COMMENT ON COLUMN v."B" IS 'b=c';
# views on views in the wrong order of names
CREATE TABLE t (a int, b text);
--- to
CREATE VIEW z AS SELECT a FROM t;
CREATE VIEW m AS SELECT a FROM z;
CREATE VIEW a AS SELECT a FROM m;
# a view with one more column
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
--- to
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v;
# a view with other columns, and what needs it
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
--- to
CREATE VIEW v AS SELECT b, a FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
# options and comments of a view
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a, b FROM t;
--- from
COMMENT ON COLUMN v.a IS 'a';
--- to
COMMENT ON COLUMN v.b IS 'b';
ALTER VIEW v SET (security_barrier = true);
# a view that runs as who asks (15)
CREATE TABLE t (a int, b text);
--- to
CREATE VIEW v WITH (security_invoker = true) AS SELECT a FROM t;
# a materialised view
CREATE TABLE t (a int);
--- to
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT a, count(*) AS n FROM t GROUP BY a;
CREATE UNIQUE INDEX m_a ON m (a);
COMMENT ON MATERIALIZED VIEW m IS 'm';
# another materialised view
CREATE TABLE t (a int);
--- from
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
--- to
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WHERE a > 0;
CREATE INDEX m_a ON m (a);
# a rule
CREATE TABLE t (a int);
--- to
CREATE RULE r AS ON DELETE TO t WHERE OLD.a = 0 DO INSTEAD NOTHING;
COMMENT ON RULE r ON t IS 'r';
# another rule
CREATE TABLE t (a int);
--- from
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
--- to
CREATE RULE r AS ON UPDATE TO t DO INSTEAD NOTHING;
ALTER TABLE t DISABLE RULE r;
# a trigger
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- to
CREATE TRIGGER g AFTER INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f('x');
COMMENT ON TRIGGER g ON t IS 'g';
CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ENABLE REPLICA TRIGGER c;
# another trigger
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- from
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
--- to
CREATE TRIGGER g AFTER INSERT ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
# whether a trigger fires
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
--- to
ALTER TABLE t ENABLE ALWAYS TRIGGER g;
# the function of a trigger
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- from
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
--- to
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION h();
# a trigger on a partitioned table and on a view
CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- to
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER h INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
# a policy
CREATE TABLE t (a int);
--- to
CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (a > 0) WITH CHECK (a < 9);
COMMENT ON POLICY p ON t IS 'p';
# another policy
CREATE TABLE t (a int);
--- from
CREATE POLICY p ON t FOR INSERT WITH CHECK (a > 0);
--- to
CREATE POLICY p ON t FOR SELECT TO pg_monitor USING (a > 1);
# a policy that asks another table
CREATE TABLE t (a int);
--- to
CREATE TABLE allowed (a int);
CREATE POLICY p ON t USING (a IN (SELECT allowed.a FROM allowed));
# a publication
CREATE TABLE t (a int PRIMARY KEY);
--- to
CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert');
# another publication
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int PRIMARY KEY);
--- from
CREATE PUBLICATION p FOR TABLE t;
--- to
CREATE PUBLICATION p FOR TABLE t, u WITH (publish = 'insert, delete', publish_via_partition_root = true);
# a publication of all or of some (15)
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
CREATE PUBLICATION p FOR ALL TABLES;
--- to
CREATE PUBLICATION p FOR TABLE t (a) WHERE (a > 5);
# rights
CREATE TABLE t (a int, b int);
CREATE SEQUENCE s;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
--- from
GRANT SELECT ON t TO pg_monitor;
GRANT SELECT (a) ON t TO PUBLIC;
--- to
GRANT SELECT, INSERT ON t TO pg_monitor WITH GRANT OPTION;
GRANT USAGE ON SEQUENCE s TO pg_monitor;
REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
# rights by default
CREATE SCHEMA tools;
--- to
ALTER DEFAULT PRIVILEGES IN SCHEMA tools GRANT SELECT ON TABLES TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA tools GRANT EXECUTE ON FUNCTIONS TO pg_monitor WITH GRANT OPTION;
