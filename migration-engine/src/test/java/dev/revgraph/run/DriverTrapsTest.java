package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** SQL in which a JDBC driver sees parameters, escapes, or several statements, and PostgreSQL does not. */
@PostgresTest
class DriverTrapsTest {

    private static final String TRAPS = """
            CREATE TABLE t (id int PRIMARY KEY, j jsonb, s text);
            INSERT INTO t VALUES (1, '{"a": 1}', 'plain?'), (2, '{"b": 2}', '{fn now()}');
            CREATE TABLE found AS SELECT id FROM t WHERE j ? 'a' OR j ?| array['x'] OR j ?& array['y', 'z'];
            INSERT INTO found SELECT id + 10 FROM t WHERE s = '{fn now()}' AND s::text ~ '^\\{' AND id::int::text = '2';
            CREATE FUNCTION sum_atomic(a int, b int) RETURNS int LANGUAGE sql
                BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a > b THEN a + b ELSE b + a END; END;
            CREATE TABLE log (n int);
            CREATE RULE twice AS ON INSERT TO found
                DO ALSO (INSERT INTO log VALUES (NEW.id); INSERT INTO log VALUES (-NEW.id));
            INSERT INTO found VALUES (sum_atomic(40, 2));
            DO $outer$ BEGIN EXECUTE $inner$ INSERT INTO log VALUES (7 /* ; ? {d '1'} */) $inner$; END $outer$;
            INSERT INTO log VALUES (E'\\x38'::int) -- a 'comment' with a ? and a {brace
            ;
            COMMENT ON TABLE t IS 'it''s {d ''2020-01-01''}; really?';
            SELECT $$ ; $$ AS "a ; ? column";
            INSERT INTO log SELECT n::int FROM (VALUES ('9')) AS v(n) WHERE '{1,2}'::int[] @> ARRAY[1];
            """;

    private final TestDatabase database;
    private Revisions revisions;

    DriverTrapsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private void traps(String transaction) {
        revisions.file(
                "a",
                "-- A",
                "-- revises: base",
                "-- transaction: " + transaction,
                "-- +upgrade",
                TRAPS,
                "-- +downgrade",
                "DROP TABLE t, found, log;",
                "DROP FUNCTION sum_atomic(int, int)");
    }

    private void arrive() {
        assertThat(integers("SELECT id FROM found ORDER BY 1")).containsExactly(1, 12, 42);
        assertThat(integers("SELECT n FROM log ORDER BY 1")).containsExactly(-42, 7, 8, 9, 42);
        assertThat(database.jdbc()
                        .sql("SELECT obj_description('t'::regclass)")
                        .query(String.class)
                        .single())
                .isEqualTo("it's {d '2020-01-01'}; really?");
    }

    private List<Integer> integers(String query) {
        return database.jdbc().sql(query).query(Integer.class).list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void arriveAsTheyAreWritten(String transaction) {
        traps(transaction);
        Instance instance = Instance.on(database, revisions);

        instance.upgrade();

        arrive();
        instance.downgrade("base");
        assertThat(instance.status().current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIMPLE", "EXTENDED_FOR_PREPARED", "EXTENDED_CACHE_EVERYTHING"})
    void arriveInEveryModeOfTheDriver(String mode) {
        traps("off");
        revisions.file(
                "b",
                "-- B",
                "-- revises: a",
                "-- transaction: off",
                "-- +upgrade",
                "CREATE INDEX CONCURRENTLY \"a ; ? index\" ON t ((s || '?'));",
                "-- +downgrade",
                "DROP INDEX CONCURRENTLY \"a ; ? index\";");
        PGSimpleDataSource dataSource = database.newDataSource();
        dataSource.setPreferQueryMode(PreferQueryMode.valueOf(mode));
        Instance instance = Instance.on(dataSource, revisions);

        instance.upgrade();

        arrive();
        instance.downgrade("base");
        assertThat(instance.status().current()).isEmpty();
    }
}
