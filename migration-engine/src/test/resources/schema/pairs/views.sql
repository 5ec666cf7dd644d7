# a check option
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
--- to
CREATE VIEW v AS SELECT a FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
# a check option or none
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v WITH (security_barrier = true) AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
--- to
CREATE VIEW v AS SELECT a FROM t WHERE a > 0;
# options of a view that stays, with a rule and a trigger
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
--- from
ALTER VIEW v SET (security_barrier = false);
--- to
ALTER VIEW v SET (security_barrier = true);
COMMENT ON VIEW v IS 'v';
# a query that is no simple one
CREATE TABLE t (a int, b text, c date);
--- to
CREATE VIEW v AS
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5),
     r AS MATERIALIZED (SELECT a, row_number() OVER (PARTITION BY b ORDER BY c DESC NULLS LAST) AS "Rank" FROM t)
SELECT n.i, r."Rank", x.y, CASE WHEN n.i > 2 THEN 'many' ELSE 'few' END AS kind
  FROM n LEFT JOIN r ON r.a = n.i CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE t.b IS NOT NULL) AS y FROM t WHERE t.a = n.i) AS x
 WHERE EXISTS (SELECT FROM t WHERE t.a = n.i) ORDER BY 1 LIMIT 10;
# sets, values and distinct
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a, b FROM t UNION ALL VALUES (1, 'x'), (2, 'y');
--- to
CREATE VIEW v AS SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, b DESC;
# the type of a view's column
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT * FROM v;
GRANT SELECT (a) ON v TO pg_monitor;
--- to
CREATE VIEW v AS SELECT a::bigint AS a, b FROM t;
CREATE VIEW w AS SELECT * FROM v;
GRANT SELECT (a) ON v TO pg_monitor;
# the name of a view's column
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
--- to
CREATE VIEW v AS SELECT a AS "A", b FROM t;
# a view that loses its last column
CREATE TABLE t (a int, b text);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON COLUMN v.b IS 'b';
--- to
CREATE VIEW v AS SELECT a FROM t;
COMMENT ON COLUMN v.a IS 'a';
# a recursive view and one over a function
--- to
CREATE RECURSIVE VIEW nums (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM nums WHERE n < 10;
CREATE VIEW series AS SELECT n, o FROM generate_series(1, 5) WITH ORDINALITY AS g (n, o);
# a materialised view with its indexes and comments
CREATE TABLE t (a int, b text);
--- from
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE INDEX m_b ON m (lower(b)) WHERE b IS NOT NULL;
COMMENT ON INDEX m_a IS 'a';
COMMENT ON MATERIALIZED VIEW m IS 'm';
COMMENT ON COLUMN m.a IS 'a';
GRANT SELECT ON m TO PUBLIC;
--- to
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t WHERE a > 1;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE INDEX m_b ON m (lower(b)) WHERE b IS NOT NULL;
COMMENT ON INDEX m_a IS 'a';
COMMENT ON MATERIALIZED VIEW m IS 'm';
COMMENT ON COLUMN m.a IS 'a';
GRANT SELECT ON m TO PUBLIC;
# indexes and options of a materialised view that stays
CREATE TABLE t (a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
--- from
CREATE INDEX m_a ON m (a);
--- to
CREATE INDEX m_a ON m (b);
ALTER MATERIALIZED VIEW m SET (fillfactor = 60, autovacuum_enabled = false);
COMMENT ON COLUMN m.b IS 'b';
# a materialised view of materialised views
CREATE TABLE t (a int, b text);
--- from
CREATE MATERIALIZED VIEW a AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW b AS SELECT a FROM a;
CREATE VIEW c AS SELECT a.a FROM a JOIN b ON b.a = a.a;
--- to
CREATE MATERIALIZED VIEW a AS SELECT b, a FROM t;
CREATE MATERIALIZED VIEW b AS SELECT a FROM a;
CREATE VIEW c AS SELECT a.a FROM a JOIN b ON b.a = a.a;
# a view that asks who asks, or not (15)
CREATE TABLE t (a int);
--- from
CREATE VIEW v WITH (security_invoker = true, security_barrier) AS SELECT a FROM t;
--- to
CREATE VIEW v WITH (security_invoker = false) AS SELECT a FROM t;
# rules of a view and a table
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;
--- from
CREATE RULE r AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = NEW.a WHERE a = OLD.a;
CREATE RULE s AS ON INSERT TO t WHERE NEW.a = 1 DO INSTEAD NOTHING;
--- to
CREATE RULE r AS ON UPDATE TO v DO INSTEAD (UPDATE t SET a = NEW.a WHERE a = OLD.a; DELETE FROM t WHERE a IS NULL);
CREATE RULE s AS ON INSERT TO t WHERE NEW.a = 1 DO INSTEAD NOTHING;
ALTER TABLE t ENABLE ALWAYS RULE s;
COMMENT ON RULE r ON v IS 'r';
