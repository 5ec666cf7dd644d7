# a table
--- to
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, age int CHECK (age > 0), note text DEFAULT 'none');
# a table with everything around it
--- to
CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL);
CREATE INDEX ON users (lower(email));
COMMENT ON TABLE users IS 'It''s people';
COMMENT ON COLUMN users.email IS E'Back\\slash';
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (email = current_user);
GRANT SELECT ON users TO PUBLIC;
GRANT UPDATE (email) ON users TO PUBLIC;
# tables that refer to each other
--- to
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
# a chain of references in the wrong order of names
--- to
CREATE TABLE z (id int PRIMARY KEY);
CREATE TABLE m (id int PRIMARY KEY REFERENCES z);
CREATE TABLE a (id int PRIMARY KEY REFERENCES m);
# a table that refers to itself
--- to
CREATE TABLE tree (id int PRIMARY KEY, parent int REFERENCES tree);
# a table without columns
--- to
CREATE TABLE nothing ();
# an unlogged table
--- to
CREATE UNLOGGED TABLE t (a int);
# unlogged or not
--- from
CREATE TABLE t (a int);
--- to
CREATE UNLOGGED TABLE t (a int);
# storage parameters
--- from
CREATE TABLE t (a text) WITH (fillfactor = 70, autovacuum_enabled = false);
--- to
CREATE TABLE t (a text) WITH (fillfactor = 80, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.05);
# replica identity
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX t_a ON t (a);
--- to
ALTER TABLE t REPLICA IDENTITY USING INDEX t_a;
# replica identity full
CREATE TABLE t (a int NOT NULL);
--- to
ALTER TABLE t REPLICA IDENTITY FULL;
# row security
CREATE TABLE t (a int);
--- to
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
# names that need quotes
CREATE SCHEMA "My App";
--- to
CREATE TABLE "My App"."Order" ("select" int PRIMARY KEY, "a ""b""" text, "user" int REFERENCES "My App"."Order");
CREATE INDEX "The Index" ON "My App"."Order" ("a ""b""");
# a schema
--- to
CREATE SCHEMA other;
COMMENT ON SCHEMA other IS 'Other';
CREATE TABLE other.t (a int);
# inheritance
CREATE TABLE parent (id int NOT NULL, name text DEFAULT 'x', CHECK (id > 0));
--- to
CREATE TABLE child (extra int) INHERITS (parent);
ALTER TABLE child ALTER name SET DEFAULT 'y';
# to inherit or not
CREATE TABLE parent (id int);
CREATE TABLE child (id int);
--- to
ALTER TABLE child INHERIT parent;
# a column of a parent
CREATE TABLE parent (id int);
CREATE TABLE child (extra int) INHERITS (parent);
--- to
ALTER TABLE parent ADD COLUMN more text DEFAULT 'm' NOT NULL;
# partitions
--- to
CREATE TABLE events (at date NOT NULL, kind text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_kind ON events (kind);
# one more partition
CREATE TABLE events (at date NOT NULL, kind text) PARTITION BY LIST (kind);
CREATE INDEX events_kind ON events (kind);
--- to
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('a', 'b') PARTITION BY HASH (at);
CREATE TABLE events_a_0 PARTITION OF events_a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
# attached or not
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE old (at date NOT NULL);
--- to
ALTER TABLE events ATTACH PARTITION old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
# an index and a key on a partitioned table
CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE kinds (n int PRIMARY KEY);
--- to
CREATE INDEX events_n ON events (n);
ALTER TABLE events ADD PRIMARY KEY (at);
ALTER TABLE events ADD CONSTRAINT events_kinds FOREIGN KEY (n) REFERENCES kinds;
# the bounds of a partition
CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
--- from
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
--- to
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-03-01');
