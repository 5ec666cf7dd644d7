# two parents
CREATE TABLE a (id int NOT NULL);
CREATE TABLE b (id int NOT NULL, name text);
--- to
CREATE TABLE c (extra int) INHERITS (a, b);
# another parent
CREATE TABLE a (id int);
CREATE TABLE b (id int);
CREATE TABLE c (id int);
--- from
ALTER TABLE c INHERIT a;
--- to
ALTER TABLE c INHERIT b;
# the parent goes and the heir stays
--- from
CREATE TABLE a (id int);
CREATE TABLE c (id int, extra int);
ALTER TABLE c INHERIT a;
--- to
CREATE TABLE c (id int, extra int);
# a check that heirs have too
CREATE TABLE a (id int);
CREATE TABLE c (extra int) INHERITS (a);
--- to
ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0);
# a check that heirs do not have
CREATE TABLE a (id int);
CREATE TABLE c (extra int) INHERITS (a);
--- from
ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0);
--- to
ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0) NO INHERIT;
# the type of a column that heirs have
CREATE TABLE a (id int, name varchar(5));
CREATE TABLE c (extra int) INHERITS (a);
CREATE VIEW v AS SELECT name FROM c;
--- from
CREATE INDEX c_name ON c (name);
--- to
DROP VIEW v;
ALTER TABLE a ALTER name TYPE text;
CREATE VIEW v AS SELECT name FROM c;
CREATE INDEX c_name ON c (name);
# a column that heirs lose
CREATE TABLE a (id int);
CREATE TABLE c (extra int) INHERITS (a);
CREATE TABLE d (more int) INHERITS (c);
--- to
ALTER TABLE a ADD name text;
ALTER TABLE c ALTER name SET DEFAULT 'c';
# a not null of the heir alone
CREATE TABLE a (id int, name text);
CREATE TABLE c (extra int) INHERITS (a);
--- to
ALTER TABLE c ALTER id SET NOT NULL;
ALTER TABLE c ALTER name SET STORAGE EXTERNAL;
COMMENT ON COLUMN c.id IS 'of c';
# a default of the parent and of the heir
CREATE TABLE a (id int, name text DEFAULT 'a');
CREATE TABLE c (extra int) INHERITS (a);
--- from
ALTER TABLE a ALTER id SET DEFAULT 1;
--- to
ALTER TABLE ONLY a ALTER id SET DEFAULT 2;
ALTER TABLE c ALTER id SET DEFAULT 3, ALTER name DROP DEFAULT;
# an index and a key of the heir
CREATE TABLE a (id int NOT NULL);
CREATE TABLE c (extra int) INHERITS (a);
--- to
ALTER TABLE c ADD PRIMARY KEY (id);
CREATE INDEX c_extra ON c (extra, id);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE INSERT ON c FOR EACH ROW EXECUTE FUNCTION f();
# inherits through three generations
--- to
CREATE TABLE z (id int NOT NULL DEFAULT 1);
CREATE TABLE m (name text NOT NULL) INHERITS (z);
CREATE TABLE a (extra int, CHECK (extra > id)) INHERITS (m);
ALTER TABLE a ALTER id SET DEFAULT 5;
COMMENT ON TABLE a IS 'last';
# a generated column of a parent
CREATE TABLE a (id int);
CREATE TABLE c (extra int) INHERITS (a);
--- to
ALTER TABLE a ADD twice int GENERATED ALWAYS AS (id * 2) STORED;
# a not null that heirs do not have (18)
CREATE TABLE a (id int);
CREATE TABLE c (extra int) INHERITS (a);
--- to
ALTER TABLE a ADD CONSTRAINT must NOT NULL id NO INHERIT;
# a column that only the heir keeps
CREATE TABLE a (id int);
--- from
ALTER TABLE a ADD x int;
CREATE TABLE c (extra int, x int) INHERITS (a);
--- to
CREATE TABLE c (extra int, x int) INHERITS (a);
# nulls that only the heir forbids, as before
CREATE TABLE a (id int NOT NULL, name text DEFAULT 'a');
CREATE TABLE c (extra int) INHERITS (a);
ALTER TABLE c ALTER name SET DEFAULT 'c', ALTER id SET NOT NULL;
--- to
ALTER TABLE a ALTER id DROP NOT NULL;
ALTER TABLE ONLY a ALTER name SET DEFAULT 'b';
ALTER TABLE c ALTER id SET NOT NULL;
# the type of columns with defaults of their own
CREATE TABLE a (id int DEFAULT 1);
CREATE TABLE c (extra int) INHERITS (a);
ALTER TABLE c ALTER id SET DEFAULT 2;
--- to
ALTER TABLE a ALTER id TYPE bigint;
