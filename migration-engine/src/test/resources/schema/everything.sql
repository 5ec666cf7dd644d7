-- At least one of every kind of object that the model knows, on every supported server.
CREATE SCHEMA "My App";
CREATE SCHEMA tools;
COMMENT ON SCHEMA tools IS 'Functions and types';
CREATE EXTENSION citext SCHEMA tools;

CREATE TYPE tools.mood AS ENUM ('sad', 'ok', 'it''s fine');
CREATE TYPE tools.address AS (street text COLLATE "C", "House No" varchar(10));
CREATE DOMAIN tools.email AS varchar(100) DEFAULT 'nobody@example.com' NOT NULL CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
ALTER DOMAIN tools.email ADD CONSTRAINT short CHECK (length(VALUE) < 90) NOT VALID;
CREATE FUNCTION tools.diff(a timestamptz, b timestamptz) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT extract(epoch FROM a - b)::double precision';
CREATE TYPE tools.period AS RANGE (subtype = timestamptz, subtype_diff = tools.diff);
CREATE SEQUENCE "My App".numbers AS integer START 5 INCREMENT BY 5 MAXVALUE 5000 CYCLE;

CREATE FUNCTION tools.stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.seen := now(); RETURN NEW; END $$;
CREATE FUNCTION tools.twice(n integer, OUT result integer) LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE PROCEDURE tools.clean(days integer DEFAULT 30) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE AGGREGATE tools.total(integer) (sfunc = int4pl, stype = integer, initcond = '0', parallel = safe);
COMMENT ON AGGREGATE tools.total(integer) IS 'Adds up';

CREATE TABLE "My App".users (
    id bigint GENERATED ALWAYS AS IDENTITY (START 100) PRIMARY KEY,
    "E-Mail" tools.citext COLLATE "C" NOT NULL CONSTRAINT one_mail UNIQUE DEFERRABLE INITIALLY DEFERRED,
    mood tools.mood DEFAULT 'ok',
    address tools.address,
    number integer DEFAULT nextval('"My App".numbers'),
    serial_number serial,
    born date,
    name varchar(20) CHECK (name IN ('a', 'b')),
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
    contact tools.email,
    seen timestamptz,
    CONSTRAINT grown_up CHECK (born < '2020-01-01'::date) NO INHERIT
) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
ALTER SEQUENCE "My App".numbers OWNED BY "My App".users.number;
ALTER TABLE "My App".users ALTER COLUMN upper_name SET STORAGE EXTERNAL, ALTER COLUMN name SET STATISTICS 500, ALTER COLUMN id SET (n_distinct = -0.5);
ALTER TABLE "My App".users ALTER COLUMN seen SET NOT NULL;
ALTER TABLE "My App".users REPLICA IDENTITY FULL;
COMMENT ON TABLE "My App".users IS 'People';
COMMENT ON COLUMN "My App".users."E-Mail" IS 'Where they are reached';
CREATE INDEX users_by_name ON "My App".users (lower(name) DESC NULLS LAST, born) INCLUDE (mood) WITH (fillfactor = 80) WHERE born IS NOT NULL;
CREATE UNIQUE INDEX users_by_born ON "My App".users (born);
COMMENT ON INDEX "My App".users_by_name IS 'For the list';
CREATE STATISTICS "My App".users_stats (dependencies) ON born, mood FROM "My App".users;
CREATE TRIGGER users_seen BEFORE UPDATE OF name ON "My App".users FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION tools.stamp();
ALTER TABLE "My App".users DISABLE TRIGGER users_seen;
ALTER TABLE "My App".users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_row ON "My App".users AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (name = current_user) WITH CHECK (true);
CREATE POLICY anybody ON "My App".users FOR SELECT USING (true);
CREATE RULE no_delete AS ON DELETE TO "My App".users WHERE OLD.id = 0 DO INSTEAD NOTHING;

CREATE UNLOGGED TABLE "My App".logins (
    user_id bigint NOT NULL REFERENCES "My App".users ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE,
    room int4range, during tools.period,
    CONSTRAINT one_at_a_time EXCLUDE USING gist (room WITH &&) WHERE (room IS NOT NULL)
);
ALTER TABLE "My App".logins ADD CONSTRAINT not_checked FOREIGN KEY (user_id) REFERENCES "My App".users NOT VALID;

CREATE TABLE "My App".events (at timestamptz NOT NULL, kind text NOT NULL, PRIMARY KEY (at, kind)) PARTITION BY RANGE (at);
CREATE INDEX events_by_kind ON "My App".events (kind);
CREATE TABLE "My App".events_2026 PARTITION OF "My App".events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (kind);
CREATE TABLE "My App".events_2026_rest PARTITION OF "My App".events_2026 DEFAULT;
CREATE TABLE "My App".vips (rank integer) INHERITS ("My App".users);

CREATE VIEW "My App".names WITH (security_barrier = true) AS SELECT id, name AS "The Name" FROM "My App".users WHERE tools.twice(1) > 0 WITH CASCADED CHECK OPTION;
COMMENT ON VIEW "My App".names IS 'Short';
COMMENT ON COLUMN "My App".names."The Name" IS 'As given';
CREATE VIEW "My App".letters AS SELECT left("The Name", 1) AS letter FROM "My App".names;
CREATE MATERIALIZED VIEW "My App".counts AS SELECT kind, count(*) AS n FROM "My App".events GROUP BY kind WITH NO DATA;
CREATE UNIQUE INDEX counts_by_kind ON "My App".counts (kind);
CREATE PUBLICATION changes FOR TABLE "My App".users, "My App".events WITH (publish = 'insert, update');
