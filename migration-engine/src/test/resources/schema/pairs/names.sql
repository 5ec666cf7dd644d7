# capitals and spaces everywhere
CREATE SCHEMA "My App";
--- to
CREATE TYPE "My App"."Mood" AS ENUM ('Sad', 'Happy One');
CREATE DOMAIN "My App"."E Mail" AS text CONSTRAINT "Has At" CHECK (VALUE LIKE '%@%');
CREATE TYPE "My App"."A Pair" AS ("The A" int, "b" "My App"."Mood");
CREATE SEQUENCE "My App"."The Numbers" START 3;
CREATE FUNCTION "My App"."Do It"("An Argument" "My App"."Mood") RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE "My App"."People" ("Id" int DEFAULT nextval('"My App"."The Numbers"') CONSTRAINT "The Key" PRIMARY KEY, "Mood" "My App"."Mood" DEFAULT 'Happy One', "Mail" "My App"."E Mail", "Both" "My App"."A Pair");
ALTER SEQUENCE "My App"."The Numbers" OWNED BY "My App"."People"."Id";
CREATE VIEW "My App"."All People" AS SELECT "Id" AS "The Id" FROM "My App"."People";
COMMENT ON COLUMN "My App"."All People"."The Id" IS 'An "id"';
COMMENT ON CONSTRAINT "The Key" ON "My App"."People" IS 'key';
COMMENT ON CONSTRAINT "Has At" ON DOMAIN "My App"."E Mail" IS 'at';
COMMENT ON FUNCTION "My App"."Do It"("My App"."Mood") IS 'does it';
# quotes in names
--- to
CREATE TABLE "it's" ("a""b" int, "c'd" text DEFAULT 'e''f"g', CONSTRAINT "k""k" UNIQUE ("a""b"), CONSTRAINT "c'c" CHECK ("a""b" > 0));
CREATE INDEX "i""i'i" ON "it's" (("a""b" + 1), "c'd");
COMMENT ON TABLE "it's" IS 'it''s "quoted"';
COMMENT ON COLUMN "it's"."a""b" IS E'two\nlines\tand a \\ back';
COMMENT ON INDEX "i""i'i" IS '$$ dollars $q$';
# reserved words
--- to
CREATE TABLE "user" ("order" int PRIMARY KEY, "group" text, "default" text DEFAULT 'null', "check" bool CHECK ("check"), "references" int REFERENCES "user");
CREATE INDEX "index" ON "user" ("group", "default" DESC);
CREATE VIEW "select" AS SELECT "order" AS "from", "group" AS "where" FROM "user";
CREATE TYPE "type" AS ENUM ('select', 'from');
CREATE FUNCTION "function"("in" int, "out" int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE "sequence";
# words that are reserved only here and there
--- to
CREATE TABLE "between" ("values" int, "row" int, "coalesce" int, "position" int, "time" time, "interval" interval, "bigint" bigint, "setof" int, "nullif" int);
CREATE TABLE "left" ("overlaps" int UNIQUE, "authorization" int, "collation" int, "tablesample" int, "concurrently" int);
CREATE INDEX ON "between" ("values", "coalesce");
CREATE VIEW "verbose" AS SELECT "values", "coalesce" FROM "between";
# a reserved word comes into being
CREATE TABLE t (a int);
--- from
ALTER TABLE t ADD "user" int DEFAULT 1;
--- to
ALTER TABLE t ADD "user" bigint NOT NULL DEFAULT 2, ADD "end" int CHECK ("end" > "user");
# letters of other alphabets
--- to
CREATE TABLE größe ("Straße" int PRIMARY KEY, naïve text, "日本" text DEFAULT '本', "Ω" int REFERENCES größe ("Straße"));
CREATE INDEX "индекс" ON größe (lower("日本"));
CREATE TYPE stimmung AS ENUM ('schön', '悲しい', '🙂');
COMMENT ON TABLE größe IS '📏 größer';
CREATE VIEW "vue d'été" AS SELECT "日本" AS "été" FROM größe;
# letters of other alphabets change
--- from
CREATE TABLE größe ("Straße" int, "日本" varchar(5));
--- to
CREATE TABLE größe ("Straße" bigint NOT NULL, "日本" text);
CREATE UNIQUE INDEX "größer" ON größe ("Straße");
# dollars and digits
--- to
CREATE TABLE t$1 (_a int, a$b int, "1a" int, "$a" int);
CREATE INDEX i$1 ON t$1 (a$b, "1a");
CREATE FUNCTION f$1() RETURNS text LANGUAGE sql AS $_$ SELECT '$$ $function$ x' $_$;
# names as long as they can be
--- to
CREATE TABLE t123456789012345678901234567890123456789012345678901234567890xy (c123456789012345678901234567890123456789012345678901234567890xy int NOT NULL, d int GENERATED ALWAYS AS IDENTITY, UNIQUE (c123456789012345678901234567890123456789012345678901234567890xy), CHECK (c123456789012345678901234567890123456789012345678901234567890xy > 0));
CREATE INDEX ON t123456789012345678901234567890123456789012345678901234567890xy (c123456789012345678901234567890123456789012345678901234567890xy, d);
# long names with what changes under a name of its own meanwhile
--- from
CREATE TABLE t123456789012345678901234567890123456789012345678901234567890xy (c123456789012345678901234567890123456789012345678901234567890xy int, d int);
CREATE INDEX i123456789012345678901234567890123456789012345678901234567890xy ON t123456789012345678901234567890123456789012345678901234567890xy (d);
CREATE TYPE e123456789012345678901234567890123456789012345678901234567890xy AS ENUM ('a', 'b');
CREATE TABLE u (e e123456789012345678901234567890123456789012345678901234567890xy);
--- to
CREATE TABLE t123456789012345678901234567890123456789012345678901234567890xy (c123456789012345678901234567890123456789012345678901234567890xy int NOT NULL, d int NOT NULL);
CREATE UNIQUE INDEX i123456789012345678901234567890123456789012345678901234567890xy ON t123456789012345678901234567890123456789012345678901234567890xy (d);
CREATE TYPE e123456789012345678901234567890123456789012345678901234567890xy AS ENUM ('b', 'a');
CREATE TABLE u (e e123456789012345678901234567890123456789012345678901234567890xy);
# long names that differ at their ends change places
CREATE TABLE t (a int, b int);
--- from
ALTER TABLE t ADD CONSTRAINT c12345678901234567890123456789012345678901234567890123456789_x CHECK (a > 0), ADD CONSTRAINT c12345678901234567890123456789012345678901234567890123456789_y CHECK (b > 0);
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_x ON t (a);
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_y ON t (b);
--- to
ALTER TABLE t ADD CONSTRAINT c12345678901234567890123456789012345678901234567890123456789_y CHECK (a > 0), ADD CONSTRAINT c12345678901234567890123456789012345678901234567890123456789_x CHECK (b > 0);
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_y ON t (a);
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_x ON t (b);
# two indexes that both change, with names that differ at their ends
CREATE TABLE t (a int, b int);
--- from
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_x ON t (a);
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_y ON t (b);
--- to
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_x ON t (a DESC, b);
CREATE INDEX i12345678901234567890123456789012345678901234567890123456789_y ON t (b DESC, a);
# columns that must not be null, with names that differ at their ends
--- from
CREATE TABLE t1234567890123456789012345678901234567890 (c1234567890123456789012345678901234567890_x int, c1234567890123456789012345678901234567890_y int);
--- to
CREATE TABLE t1234567890123456789012345678901234567890 (c1234567890123456789012345678901234567890_x int NOT NULL, c1234567890123456789012345678901234567890_y int NOT NULL);
# the same name in two schemas
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int PRIMARY KEY);
--- from
CREATE TABLE b.t (id int PRIMARY KEY, a int REFERENCES a.t);
CREATE VIEW a.v AS SELECT * FROM b.t;
--- to
CREATE TABLE b.t (id bigint PRIMARY KEY, a int REFERENCES b.t);
CREATE VIEW b.v AS SELECT * FROM a.t;
# names that differ in capitals alone
--- from
CREATE TABLE t (id int, "ID" int);
CREATE TABLE "T" (id int);
CREATE INDEX i ON t (id);
CREATE INDEX "I" ON t ("ID");
--- to
CREATE TABLE t (id int, "Id" int);
CREATE TABLE "T" ("ID" int);
CREATE INDEX "I" ON t (id);
CREATE INDEX i ON t ("Id");
# dots in names
CREATE SCHEMA "a.b";
--- from
CREATE TABLE "a.b"."c.d" ("e.f" int);
--- to
CREATE TABLE "a.b"."c.d" ("e.f" bigint, "g.h" serial);
CREATE VIEW "a.b"."v.w" AS SELECT "e.f" AS "x=y" FROM "a.b"."c.d";
COMMENT ON COLUMN "a.b"."v.w"."x=y" IS 'z';
# types with names of types
--- to
CREATE TYPE "integer" AS ENUM ('a');
CREATE TYPE "text[]" AS (a int);
CREATE DOMAIN "time" AS text;
CREATE TABLE t (a "integer" DEFAULT 'a', b "integer"[], c "text[]", d "time", e integer, f time);
# a type that shadows another one, in its own schema
CREATE SCHEMA app;
--- from
CREATE DOMAIN app.money AS text;
CREATE TABLE app.t (a app.money, b pg_catalog.money);
--- to
CREATE DOMAIN app.money AS text DEFAULT 'x';
CREATE TABLE app.t (a pg_catalog.money, b app.money);
# a function with the name of a built-in one
CREATE TABLE t (a text);
--- to
CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE INDEX i ON t (public.lower(a));
CREATE INDEX j ON t (pg_catalog.lower(a));
# a policy, a trigger, a rule and statistics that need quotes
CREATE TABLE "T" ("A" int, "B" int);
CREATE FUNCTION "F"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
--- to
CREATE POLICY "My Policy" ON "T" USING ("A" > 0);
CREATE TRIGGER "My Trigger" BEFORE UPDATE OF "A" ON "T" FOR EACH ROW EXECUTE FUNCTION "F"('it''s', '"x"');
CREATE RULE "My Rule" AS ON DELETE TO "T" DO ALSO NOTIFY "My Channel";
CREATE STATISTICS "My Statistics" ON "A", "B" FROM "T";
CREATE PUBLICATION "My Publication" FOR TABLE "T";
COMMENT ON POLICY "My Policy" ON "T" IS 'p';
COMMENT ON TRIGGER "My Trigger" ON "T" IS 't';
COMMENT ON RULE "My Rule" ON "T" IS 'r';
COMMENT ON STATISTICS "My Statistics" IS 's';
COMMENT ON PUBLICATION "My Publication" IS 'p';
# an enum with labels that need care
--- from
CREATE TYPE e AS ENUM ('it''s', 'a "b"', E'back\\slash', '', 'with, comma');
CREATE TABLE t (a e DEFAULT 'a "b"', b e[] DEFAULT '{"with, comma"}');
--- to
CREATE TYPE e AS ENUM ('', E'back\\slash', 'it''s', 'a "b"', 'with, comma');
CREATE TABLE t (a e DEFAULT 'it''s', b e[] DEFAULT '{"with, comma"}');
