# a primary key
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
--- to
ALTER TABLE t ADD PRIMARY KEY (b, a);
# another primary key
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
--- from
ALTER TABLE t ADD PRIMARY KEY (a);
--- to
ALTER TABLE t ADD PRIMARY KEY (b);
# the primary key that others refer to
CREATE TABLE t (a int NOT NULL, b int NOT NULL UNIQUE);
--- from
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
CREATE TABLE u (t int REFERENCES t);
--- to
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (b);
CREATE TABLE u (t int REFERENCES t);
# unique
CREATE TABLE t (a int, b int);
--- to
ALTER TABLE t ADD CONSTRAINT one UNIQUE (a) INCLUDE (b) DEFERRABLE INITIALLY DEFERRED;
# unique with one null (15)
CREATE TABLE t (a int, b int);
--- to
ALTER TABLE t ADD CONSTRAINT one UNIQUE NULLS NOT DISTINCT (a, b);
# unique without overlaps (18)
CREATE TABLE t (a int4range, b int4range);
--- to
ALTER TABLE t ADD CONSTRAINT one UNIQUE (a, b WITHOUT OVERLAPS);
# a name
CREATE TABLE t (a int, b int);
--- from
ALTER TABLE t ADD CONSTRAINT one UNIQUE (a), ADD CONSTRAINT two CHECK (b > 0), ADD CONSTRAINT self FOREIGN KEY (b) REFERENCES t (a);
--- to
ALTER TABLE t ADD CONSTRAINT uno UNIQUE (a), ADD CONSTRAINT due CHECK (b > 0), ADD CONSTRAINT io FOREIGN KEY (b) REFERENCES t (a);
# names that change places
CREATE TABLE t (a int, b int);
--- from
ALTER TABLE t ADD CONSTRAINT one CHECK (a > 0), ADD CONSTRAINT two CHECK (b > 0);
--- to
ALTER TABLE t ADD CONSTRAINT two CHECK (a > 0), ADD CONSTRAINT one CHECK (b > 0);
# a check
CREATE TABLE t (a text, b int);
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a IN ('x', 'y') AND b BETWEEN 1 AND 5);
# a check that no heir has
CREATE TABLE t (a int);
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NO INHERIT;
# another check
CREATE TABLE t (a varchar(10));
--- from
ALTER TABLE t ADD CONSTRAINT c CHECK (a IN ('x', 'y'));
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a IN ('x', 'y', 'z'));
# a check of old rows or not
CREATE TABLE t (a int);
--- from
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
# a check that is not enforced (18)
CREATE TABLE t (a int);
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;
# a foreign key
CREATE TABLE t (a int PRIMARY KEY, b int);
--- to
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t ON DELETE CASCADE ON UPDATE SET NULL;
# a foreign key over two columns
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE u (a int, b int);
--- to
ALTER TABLE u ADD CONSTRAINT f FOREIGN KEY (b, a) REFERENCES t MATCH FULL;
# a foreign key that sets only some columns (15)
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE u (a int, b int);
--- to
ALTER TABLE u ADD CONSTRAINT f FOREIGN KEY (b, a) REFERENCES t ON DELETE SET NULL (b);
# a foreign key that waits
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t;
--- to
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t DEFERRABLE INITIALLY DEFERRED;
# a foreign key of old rows or not
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t NOT VALID;
--- to
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t;
# a foreign key with another action
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t ON DELETE CASCADE;
--- to
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t ON DELETE SET NULL;
# a foreign key that is not enforced (18)
CREATE TABLE t (a int PRIMARY KEY, b int);
--- to
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t NOT ENFORCED;
# an exclusion
CREATE TABLE t (a int4range);
--- to
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&) WHERE (a IS NOT NULL);
# another exclusion
CREATE TABLE t (a int4range);
--- from
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&);
--- to
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH =);
# comments
CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT c CHECK (b > 0));
--- to
COMMENT ON CONSTRAINT t_pkey ON t IS 'key';
COMMENT ON CONSTRAINT c ON t IS 'check';
# a key with everything
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c text);
--- from
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a) INCLUDE (c);
--- to
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, b) INCLUDE (c) WITH (fillfactor = 80) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON CONSTRAINT k ON t IS 'k';
# a key of columns that may be null
--- from
CREATE TABLE t (a int, b text);
--- to
CREATE TABLE t (a int PRIMARY KEY, b text UNIQUE NOT NULL);
# a key that goes, and nulls with it
--- from
CREATE TABLE t (a int PRIMARY KEY, b int);
--- to
CREATE TABLE t (a int, b int PRIMARY KEY);
# all actions of foreign keys
CREATE TABLE t (a int PRIMARY KEY);
--- from
CREATE TABLE u (a int REFERENCES t, b int REFERENCES t ON DELETE CASCADE, c int DEFAULT 1 REFERENCES t ON UPDATE RESTRICT, d int REFERENCES t DEFERRABLE);
--- to
CREATE TABLE u (a int REFERENCES t ON UPDATE CASCADE, b int REFERENCES t ON DELETE RESTRICT, c int DEFAULT 1 REFERENCES t ON UPDATE SET DEFAULT, d int REFERENCES t DEFERRABLE INITIALLY DEFERRED);
# a foreign key to a unique index, and to another table
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX t_a ON t (a);
CREATE TABLE v (b int UNIQUE);
--- from
CREATE TABLE u (a int CONSTRAINT f REFERENCES t (a));
--- to
CREATE TABLE u (a int CONSTRAINT f REFERENCES v (b));
# a foreign key to what comes with it
CREATE TABLE u (a int, b int);
CREATE TABLE t (a int, b int);
--- to
ALTER TABLE t ADD UNIQUE (b, a);
ALTER TABLE u ADD FOREIGN KEY (a, b) REFERENCES t (a, b) MATCH FULL ON DELETE CASCADE;
# checks of old rows or not, and comments
CREATE TABLE t (a int, b int);
--- from
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID, ADD CONSTRAINT d CHECK (b > 0);
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1) NOT VALID, ADD CONSTRAINT d CHECK (b > 0) NOT VALID;
COMMENT ON CONSTRAINT c ON t IS 'c';
# an exclusion with everything
CREATE TABLE t (a int4range, b int, c box);
--- from
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&, c WITH ~=);
--- to
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&, c WITH ~=) INCLUDE (b) WHERE (b > 0) DEFERRABLE;
# an exclusion by expressions and an extension's operators
CREATE TABLE t (a int, b timestamptz, c timestamptz);
--- to
CREATE EXTENSION btree_gist;
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH =, tstzrange(b, c, '[)') WITH &&);
# constraints of one name in several tables
CREATE TABLE t (a int);
CREATE TABLE u (a int);
--- from
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
ALTER TABLE u ADD CONSTRAINT d CHECK (a > 0);
--- to
ALTER TABLE t ADD CONSTRAINT d CHECK (a > 0);
ALTER TABLE u ADD CONSTRAINT c CHECK (a > 0), ADD CONSTRAINT d CHECK (a > 1);
# names that change places between kinds
CREATE TABLE t (a int NOT NULL, b int);
--- from
ALTER TABLE t ADD CONSTRAINT one UNIQUE (a);
CREATE INDEX two ON t (b);
--- to
ALTER TABLE t ADD CONSTRAINT two UNIQUE (a);
CREATE INDEX one ON t (b);
# a check that is enforced or not (18)
CREATE TABLE t (a int);
--- from
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;
--- to
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
# a foreign key that is enforced or not (18)
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t NOT ENFORCED;
--- to
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t NOT VALID;
# a key and a foreign key over periods (18)
--- to
CREATE EXTENSION btree_gist;
CREATE TABLE t (id int, at tstzrange, PRIMARY KEY (id, at WITHOUT OVERLAPS));
CREATE TABLE u (id int, t int, at tstzrange, PRIMARY KEY (id, at WITHOUT OVERLAPS), CONSTRAINT f FOREIGN KEY (t, PERIOD at) REFERENCES t (id, PERIOD at));
# periods or not (18)
CREATE TABLE t (a int4range NOT NULL, b int4range NOT NULL);
--- from
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, b);
--- to
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, b WITHOUT OVERLAPS);
# nulls that old rows may have (18)
--- from
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD CONSTRAINT must NOT NULL a NOT VALID;
--- to
CREATE TABLE t (a int NOT NULL, b int);
ALTER TABLE t ADD CONSTRAINT needed NOT NULL b NOT VALID;
# nulls that only old rows may have, in a table that comes (18)
--- to
CREATE TABLE t (a int, b int NOT NULL NO INHERIT);
ALTER TABLE t ADD NOT NULL a NOT VALID;
# nulls that heirs may have or not (18)
CREATE TABLE t (a int, b int);
--- from
ALTER TABLE t ADD NOT NULL a NO INHERIT, ADD NOT NULL b;
--- to
ALTER TABLE t ADD NOT NULL a, ADD NOT NULL b NO INHERIT;
