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
# what a table is clustered by
CREATE TABLE t (a int NOT NULL, b int);
CREATE INDEX t_a ON t (a);
--- from
ALTER TABLE t CLUSTER ON t_a;
--- to
CREATE INDEX "T b" ON t (b);
ALTER TABLE t CLUSTER ON "T b";
# chosen indexes that change
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
--- from
CREATE UNIQUE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (b);
ALTER TABLE t CLUSTER ON t_b, REPLICA IDENTITY USING INDEX t_a;
--- to
CREATE UNIQUE INDEX t_a ON t (a, b);
CREATE INDEX t_b ON t (b DESC);
ALTER TABLE t CLUSTER ON t_b, REPLICA IDENTITY USING INDEX t_a;
# a chosen key that changes
--- from
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a));
ALTER TABLE t CLUSTER ON t_pkey, REPLICA IDENTITY USING INDEX t_pkey;
--- to
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));
ALTER TABLE t CLUSTER ON t_pkey, REPLICA IDENTITY USING INDEX t_pkey;
# an index that a table is clustered by, under another name
CREATE TABLE t (a int NOT NULL);
--- from
CREATE UNIQUE INDEX one ON t (a);
ALTER TABLE t CLUSTER ON one, REPLICA IDENTITY USING INDEX one;
--- to
CREATE UNIQUE INDEX uno ON t (a);
ALTER TABLE t CLUSTER ON uno, REPLICA IDENTITY USING INDEX uno;
# storage parameters of an index and of a constraint's
CREATE TABLE t (a int, b int4range);
--- from
CREATE INDEX i ON t (a) WITH (fillfactor = 70);
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) WITH (fillfactor = 60);
--- to
CREATE INDEX i ON t (a) WITH (fillfactor = 80, deduplicate_items = off);
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) WITH (fillfactor = 50);
# the order of nulls, and of columns
CREATE TABLE t (a int, b text);
--- from
CREATE INDEX i ON t (a NULLS FIRST, b DESC NULLS LAST);
--- to
CREATE INDEX i ON t (b DESC NULLS LAST, a NULLS FIRST);
# a class of operators with parameters, and collations
CREATE TABLE t (a tsvector, b text);
--- to
CREATE INDEX i ON t USING gist (a tsvector_ops (siglen = 100));
CREATE INDEX j ON t (b COLLATE "C", (b || 'x') COLLATE "POSIX" varchar_pattern_ops);
CREATE INDEX k ON t USING spgist (b);
CREATE INDEX l ON t USING hash (b) WHERE b <> '';
# what an index includes
CREATE TABLE t (a int, b int, c text);
--- from
CREATE UNIQUE INDEX i ON t (a) INCLUDE (b);
--- to
CREATE UNIQUE INDEX i ON t (a) INCLUDE (b, c);
# statistics of kinds, columns and expressions
CREATE TABLE t (a int, b int, c text);
--- from
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
CREATE STATISTICS e ON (lower(c)) FROM t;
--- to
CREATE STATISTICS s (mcv, dependencies) ON a, b, (a + b) FROM t;
CREATE STATISTICS e ON (upper(c)) FROM t;
ALTER STATISTICS e SET STATISTICS 50;
