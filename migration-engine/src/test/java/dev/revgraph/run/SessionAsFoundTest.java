package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Revisions that change the session, on a pool of one connection that was set up in its own way. */
@PostgresTest
class SessionAsFoundTest {

    /** As pg_dump begins, and then some. */
    private static final String UPHEAVAL = """
            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = off;
            SET backslash_quote = on;
            SELECT pg_catalog.set_config('search_path', '', false);
            SET check_function_bodies = false;
            SET xmloption = content;
            SET client_min_messages = warning;
            SET row_security = off;
            SET SESSION TIME ZONE 'Asia/Tokyo';
            SET IntervalStyle = 'sql_standard';
            SET default_transaction_isolation = 'serializable';
            SET DateStyle = 'ISO, YMD';
            SET default_table_access_method = heap;
            SET app.tenant = 'revision';
            SELECT set_config('app.user', 'revision', false);
            DO $$ BEGIN PERFORM set_config('work_mem', '77MB', false); END $$;
            """;

    private static final String INIT =
            "SET search_path = \"My App\", public; SET TIME ZONE 'Europe/Paris'; SET datestyle = 'ISO, DMY';"
                    + " SET app.tenant = 'pool'; SELECT set_config('app.user', '', false)";

    private static final String CHECK = """
            CREATE TABLE seen AS SELECT current_setting('search_path') AS path, current_setting('TimeZone') AS zone,
                current_setting('work_mem') AS memory, current_user AS who,
                current_setting('standard_conforming_strings') AS strings;
            """;

    private final TestDatabase database;
    private final HikariDataSource pool;
    private Revisions revisions;

    SessionAsFoundTest(TestDatabase database) {
        this.database = database;
        database.jdbc().sql("CREATE SCHEMA \"My App\"").update();
        pool = database.pool(1, pool -> pool.setConnectionInitSql(INIT));
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    /** All that a borrower of the one connection can notice. */
    private List<String> session() throws Exception {
        try (Connection connection = pool.getConnection()) {
            List<String> found = new ArrayList<>(JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("""
                                    SELECT format('%s = %s (%s)', name, setting, source) FROM pg_settings
                                     WHERE name !~ '^(transaction_(iso|read|def)|plpgsql)' ORDER BY name
                                    """)
                    .query(String.class)
                    .list());
            found.add("app.tenant = " + setting(connection, "app.tenant"));
            found.add("app.user = " + setting(connection, "app.user"));
            found.add("autocommit = " + connection.getAutoCommit());
            found.add("isolation = " + connection.getTransactionIsolation());
            PGConnection postgres = connection.unwrap(PGConnection.class);
            found.add("prepareThreshold = " + postgres.getPrepareThreshold());
            found.add("pid = " + postgres.getBackendPID());
            return found;
        }
    }

    private static String setting(Connection connection, String name) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('" + name + "', true)")) {
            row.next();
            return row.getString(1);
        }
    }

    private Map<String, Object> seen() {
        return database.jdbc().sql("SELECT * FROM \"My App\".seen").query().singleRow();
    }

    private void assertSeenAsFound() {
        assertThat(seen())
                .containsEntry("path", "\"My App\", public")
                .containsEntry("zone", "Europe/Paris")
                .containsEntry("memory", "4MB")
                .containsEntry("who", database.username())
                .containsEntry("strings", "on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void handsNoSettingOnToTheNextRevisionOrThePool(String transaction) throws Exception {
        revisions
                .file(
                        "a",
                        "-- Dump",
                        "-- revises: base",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        UPHEAVAL,
                        "-- +downgrade",
                        UPHEAVAL)
                .add("b", "a", CHECK, "DROP TABLE seen;" + CHECK);
        List<String> before = session();
        Instance instance = Instance.on(pool, revisions);

        assertThat(instance.upgrade().current()).containsExactly("b");
        assertSeenAsFound();
        assertThat(session()).containsExactlyElementsOf(before);
        assertThat(instance.history()).hasSize(2);

        instance.downgrade("base");
        assertSeenAsFound();
        assertThat(session()).containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void puttingThingsBackDoesNotDependOnSuccess(String transaction) throws Exception {
        revisions.file(
                "a",
                "-- Dump",
                "-- revises: base",
                "-- transaction: " + transaction,
                "-- +upgrade",
                UPHEAVAL,
                "SELECT 1 / 0;",
                "-- +downgrade");
        List<String> before = session();

        assertThatThrownBy(() -> Instance.on(pool, revisions).upgrade()).isInstanceOf(StatementFailedException.class);

        assertThat(session()).containsExactlyElementsOf(before);
    }

    @Test
    void recordsUnderTheRoleItCameWith() throws Exception {
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        String other = database.name() + "_other";
        superuser.sql("CREATE ROLE " + other).update();
        superuser.sql("GRANT " + other + " TO " + database.name()).update();
        superuser.sql("GRANT ALL ON SCHEMA \"My App\" TO " + other).update();
        try {
            revisions
                    .add("a", "base", "SET ROLE " + other + "; CREATE TABLE theirs (id int);", "")
                    .add("b", "a", CHECK, "")
                    .add("c", "b", "SET LOCAL ROLE " + other + "; DROP TABLE theirs;", "");
            List<String> before = session();

            Instance instance = Instance.on(pool, revisions);
            assertThat(instance.upgrade().current()).containsExactly("c");

            assertSeenAsFound();
            assertThat(session()).containsExactlyElementsOf(before);
            assertThat(instance.history())
                    .allSatisfy(line -> assertThat(line.username()).isEqualTo(database.name()));
        } finally {
            superuser.sql("DROP OWNED BY " + other).update();
            superuser.sql("DROP ROLE " + other).update();
        }
    }

    @Test
    void worksInAPoolWithoutAutocommit() throws Exception {
        HikariDataSource manual = database.pool(1, pool -> pool.setAutoCommit(false));
        revisions
                .table("a", "base")
                .file(
                        "b",
                        "-- No transaction",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE INDEX CONCURRENTLY i ON t_a (id);",
                        "-- +downgrade",
                        "DROP INDEX CONCURRENTLY i;");
        Instance instance = Instance.on(manual, revisions);

        assertThat(instance.upgrade().current()).containsExactly("b");
        assertThat(instance.downgrade("base").current()).isEmpty();

        try (Connection connection = manual.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @Test
    void keepsItsRecordsWhereTheSearchPathOfThePoolLeads() {
        revisions.table("a", "base");

        Instance.on(pool, revisions).upgrade();

        assertThat(database.jdbc()
                        .sql(
                                "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname !~ '^pg_|^inf' ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("My App.migration_history", "My App.migration_revision", "My App.t_a");
    }
}
