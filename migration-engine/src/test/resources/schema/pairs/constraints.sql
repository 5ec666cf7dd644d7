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
