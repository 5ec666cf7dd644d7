# an index
CREATE TABLE t (a int, b text);
--- to
CREATE INDEX t_a ON t (a);
# an index with everything
CREATE TABLE t (a int, b text, c int);
--- to
CREATE UNIQUE INDEX t_x ON t (lower(b) COLLATE "C" text_pattern_ops DESC NULLS LAST, a) INCLUDE (c) WITH (fillfactor = 80) WHERE a > 5;
COMMENT ON INDEX t_x IS 'all';
# another method
CREATE TABLE t (a int, b text);
--- from
CREATE INDEX t_a ON t (a);
--- to
CREATE INDEX t_a ON t USING hash (a);
# another column
CREATE TABLE t (a int, b text);
--- from
CREATE INDEX t_a ON t (a);
COMMENT ON INDEX t_a IS 'old';
--- to
CREATE INDEX t_a ON t (a, b);
# unique or not
CREATE TABLE t (a int);
--- from
CREATE INDEX t_a ON t (a);
--- to
CREATE UNIQUE INDEX t_a ON t (a);
# a name
CREATE TABLE t (a int);
--- from
CREATE INDEX t_a ON t (a);
--- to
CREATE INDEX t_b ON t (a);
# one null (15)
CREATE TABLE t (a int);
--- from
CREATE UNIQUE INDEX t_a ON t (a);
--- to
CREATE UNIQUE INDEX t_a ON t (a) NULLS NOT DISTINCT;
# a comment
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a);
--- to
COMMENT ON INDEX t_a IS 'a';
# gin and brin
CREATE TABLE t (a jsonb, b date);
--- to
CREATE INDEX t_a ON t USING gin (a jsonb_path_ops);
CREATE INDEX t_b ON t USING brin (b) WITH (pages_per_range = 32);
# statistics
CREATE TABLE t (a int, b int);
--- to
CREATE STATISTICS s (dependencies, ndistinct) ON a, b FROM t;
COMMENT ON STATISTICS s IS 's';
# other statistics
CREATE TABLE t (a int, b int, c int);
--- from
CREATE STATISTICS s ON a, b FROM t;
--- to
CREATE STATISTICS s ON a, c FROM t;
ALTER STATISTICS s SET STATISTICS 500;
# statistics of a column that goes
CREATE TABLE t (a int, b int);
--- from
ALTER TABLE t ADD c int;
CREATE STATISTICS s ON a, c FROM t;
CREATE INDEX t_c ON t (a, c);
--- to
CREATE STATISTICS s ON a, b FROM t;
CREATE INDEX t_c ON t (a, b);
