# a table or a partition, with all that is on it
CREATE TABLE events (at date NOT NULL, kind text, n int CHECK (n > 0)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
--- from
CREATE TABLE old (at date NOT NULL, kind text, n int, CONSTRAINT events_n_check CHECK (n > 0));
CREATE INDEX old_kind_idx ON old (kind);
--- to
CREATE TABLE old (at date NOT NULL, kind text, n int, CONSTRAINT events_n_check CHECK (n > 0));
ALTER TABLE events ATTACH PARTITION old FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
# a default partition or none
CREATE TABLE events (kind text) PARTITION BY LIST (kind);
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('a');
--- to
CREATE TABLE events_rest PARTITION OF events DEFAULT;
# the values of two partitions change places
CREATE TABLE events (kind text) PARTITION BY LIST (kind);
--- from
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('a', NULL);
CREATE TABLE events_b PARTITION OF events FOR VALUES IN ('b');
--- to
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('b');
CREATE TABLE events_b PARTITION OF events FOR VALUES IN ('a', NULL);
# bounds that move over each other
CREATE TABLE events (at date) PARTITION BY RANGE (at);
--- from
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
--- to
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-15');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-15') TO ('2026-03-01');
# a partition goes and another one takes its values
CREATE TABLE events (at date) PARTITION BY RANGE (at);
--- from
CREATE TABLE events_z PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- to
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
# hash partitions, more of them
CREATE TABLE events (id int NOT NULL) PARTITION BY HASH (id);
--- from
CREATE TABLE events_0 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 1);
--- to
CREATE TABLE events_0 PARTITION OF events FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE events_3 PARTITION OF events FOR VALUES WITH (MODULUS 4, REMAINDER 3);
# a key of several parts, with expressions and a collation
--- to
CREATE TABLE events (at timestamptz NOT NULL, kind text, "N" int) PARTITION BY RANGE (kind COLLATE "C" text_pattern_ops, (("N" + 1)), "N");
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('a', 1, MINVALUE) TO ('b', 5, MAXVALUE);
# partitions in another schema
CREATE SCHEMA parts;
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
--- to
CREATE TABLE parts.events PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
# a column of all partitions
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY RANGE (at);
CREATE TABLE events_1_1 PARTITION OF events_1 DEFAULT;
--- to
ALTER TABLE events ADD kind text NOT NULL DEFAULT 'x' CHECK (kind <> '');
CREATE INDEX ON events (kind);
# the type of a column of all partitions
CREATE TABLE events (at date NOT NULL, n int DEFAULT 5) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX ON events (n);
--- to
ALTER TABLE events ALTER n TYPE bigint, ALTER n SET NOT NULL;
# a default of one partition
CREATE TABLE events (at date NOT NULL, n int DEFAULT 5) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- to
ALTER TABLE events_1 ALTER n SET DEFAULT 6, ALTER n SET NOT NULL;
# a partition that has defaults of its own
CREATE TABLE events (at date NOT NULL, n int DEFAULT 5, m int) PARTITION BY RANGE (at);
--- to
CREATE TABLE events_1 PARTITION OF events (n DEFAULT 6, m DEFAULT 7 NOT NULL) FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
# a partition that has no default where the others have one
CREATE TABLE events (at date NOT NULL, n int DEFAULT 5) PARTITION BY RANGE (at);
--- to
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
ALTER TABLE events_1 ALTER n DROP DEFAULT;
# a check of one partition
CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- to
ALTER TABLE events_1 ADD CONSTRAINT few CHECK (n < 10);
CREATE UNIQUE INDEX events_1_n ON events_1 (n);
ALTER TABLE events_1 ADD PRIMARY KEY (at);
# a check of all partitions changes
CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- from
ALTER TABLE events ADD CONSTRAINT few CHECK (n < 10);
--- to
ALTER TABLE events ADD CONSTRAINT few CHECK (n < 20);
# the key of a partitioned table changes
CREATE TABLE events (at date NOT NULL, n int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- from
ALTER TABLE events ADD PRIMARY KEY (at);
--- to
ALTER TABLE events ADD PRIMARY KEY (at, n);
# an index of a partitioned table changes
CREATE TABLE events (at date NOT NULL, n int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- from
CREATE INDEX events_n ON events (n);
--- to
CREATE UNIQUE INDEX events_n ON events (n, at);
COMMENT ON INDEX events_n IS 'n';
# a foreign key from and to partitioned tables
CREATE TABLE a (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE a_1 PARTITION OF a FOR VALUES FROM (1) TO (100);
CREATE TABLE b (id int PRIMARY KEY, a int) PARTITION BY RANGE (id);
CREATE TABLE b_1 PARTITION OF b FOR VALUES FROM (1) TO (100);
--- to
ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a ON DELETE CASCADE;
# a foreign key of a partitioned table changes
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a int) PARTITION BY RANGE (id);
CREATE TABLE b_1 PARTITION OF b FOR VALUES FROM (1) TO (100);
--- from
ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a ON DELETE CASCADE;
--- to
ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a ON DELETE SET NULL;
# a trigger of all partitions, and of one
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- from
CREATE TRIGGER g AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION f();
--- to
CREATE TRIGGER g AFTER INSERT ON events_1 FOR EACH ROW EXECUTE FUNCTION f();
# a trigger of all partitions that fires otherwise
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION f();
--- to
ALTER TABLE events DISABLE TRIGGER g;
# a whole tree of partitions goes or comes
CREATE TABLE kinds (kind text PRIMARY KEY);
--- to
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, kind text REFERENCES kinds, PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY LIST (kind);
CREATE TABLE events_1_a PARTITION OF events_1 FOR VALUES IN ('a');
CREATE TABLE events_1_b PARTITION OF events_1 DEFAULT;
CREATE INDEX events_kind ON events (kind) WHERE kind IS NOT NULL;
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON events USING (kind = current_user);
CREATE VIEW last AS SELECT * FROM events_1_a;
# storage parameters of a partition
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- to
ALTER TABLE events_1 SET (fillfactor = 80);
COMMENT ON TABLE events_1 IS 'one';
COMMENT ON COLUMN events_1.at IS 'at';
GRANT SELECT ON events_1 TO pg_monitor;
# an identity of a partitioned table (17)
--- to
CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
# a table gets a column and becomes a partition of a parent with an identity (17)
CREATE TABLE p (id bigint GENERATED ALWAYS AS IDENTITY, a int NOT NULL) PARTITION BY LIST (a);
--- from
CREATE TABLE q (a int NOT NULL);
--- to
CREATE TABLE q PARTITION OF p FOR VALUES IN (1);
# an identity of a table that has partitions (17)
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- to
ALTER TABLE events ALTER id ADD GENERATED BY DEFAULT AS IDENTITY (START WITH 100);
# a generated column of all partitions
CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- from
ALTER TABLE events ADD twice int GENERATED ALWAYS AS (n * 2) STORED;
--- to
ALTER TABLE events ADD twice int GENERATED ALWAYS AS (n + n) STORED;
# a serial of a partitioned table
CREATE SCHEMA app;
--- to
CREATE TABLE app.events (id bigserial, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE app.events_1 PARTITION OF app.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
# an index of one partition or of all
CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
--- from
CREATE INDEX events_1_n_idx ON events_1 (n);
--- to
CREATE INDEX events_n_idx ON events (n);
# a foreign key that partitions have of their parent, or of their own
CREATE TABLE kinds (n int PRIMARY KEY);
CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- from
ALTER TABLE events_1 ADD CONSTRAINT kind FOREIGN KEY (n) REFERENCES kinds;
--- to
ALTER TABLE events ADD CONSTRAINT kind FOREIGN KEY (n) REFERENCES kinds;
# a partition that leaves its parent with all that is on it
CREATE TABLE kinds (n int PRIMARY KEY);
CREATE TABLE events (at date NOT NULL PRIMARY KEY, kind text, n int CONSTRAINT few CHECK (n > 0) CONSTRAINT kind REFERENCES kinds, UNIQUE (at, n)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
--- to
ALTER TABLE events DETACH PARTITION old;
# a partition that leaves its parent and some of what it had
CREATE TABLE events (at date NOT NULL PRIMARY KEY, kind text, n int CONSTRAINT few CHECK (n > 0)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
--- to
ALTER TABLE events DETACH PARTITION old;
ALTER TABLE old DROP CONSTRAINT few, DROP CONSTRAINT old_pkey, DROP n;
DROP INDEX old_kind_idx;
# a table that becomes a partition and lacks what the others have
CREATE TABLE events (at date NOT NULL PRIMARY KEY, n int CONSTRAINT few CHECK (n > 0)) PARTITION BY RANGE (at);
--- from
CREATE TABLE old (at date, extra text);
--- to
ALTER TABLE events ADD kind text DEFAULT 'x' NOT NULL;
CREATE INDEX events_kind ON events (kind);
CREATE TABLE old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
# a partition moves to another parent
CREATE TABLE a (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE b (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE INDEX a_n ON a (n);
--- from
CREATE TABLE p PARTITION OF a DEFAULT;
--- to
CREATE TABLE p PARTITION OF b DEFAULT;
