package dev.revgraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.SchemaInspector;
import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One database, arranged once: nothing here changes it. */
@PostgresTest
class CatalogInspectorTest {

    private static final String LONG = "a_name_that_is_longer_than_the_sixty_three_bytes_that_postgresql_keeps";

    private static Connection connection;
    private static SchemaInspector inspector;

    @BeforeAll
    static void arrange(TestDatabase database) throws Exception {
        connection = database.dataSource().getConnection();
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("""
                CREATE SCHEMA billing;
                CREATE SCHEMA "My App";
                CREATE DOMAIN email AS text NOT NULL;
                CREATE TYPE tier AS ENUM ('free', 'Pro');
                CREATE TYPE pair AS (a int, b int);
                CREATE TABLE users (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    gone int,
                    name varchar(20) NOT NULL,
                    mail email,
                    price numeric(10, 2),
                    "Tier" tier,
                    CONSTRAINT name_not_empty CHECK (name <> ''));
                ALTER TABLE users DROP COLUMN gone;
                CREATE INDEX users_name ON users (name);
                CREATE TABLE billing.invoices (id int, user_id bigint CONSTRAINT to_user REFERENCES users);
                CREATE TABLE "My App"."Users" ("Id" uuid);
                CREATE TABLE days (day date) PARTITION BY RANGE (day);
                CREATE TABLE days_2025 PARTITION OF days FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                CREATE INDEX days_day ON ONLY days (day);
                CREATE VIEW names AS SELECT name FROM users;
                CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM users;
                CREATE SEQUENCE tickets;
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE TABLE %s (x int);
                """.formatted(LONG));
        inspector = new CatalogInspector(jdbc);
    }

    @AfterAll
    static void close() throws Exception {
        connection.close();
    }

    @Test
    void knowsTables() {
        assertThat(inspector.tableExists("users")).isTrue();
        assertThat(inspector.tableExists("USERS")).isTrue();
        assertThat(inspector.tableExists("\"USERS\"")).isFalse();
        assertThat(inspector.tableExists("\"My App\".\"Users\"")).isTrue();
        assertThat(inspector.tableExists("days")).isTrue();
        assertThat(inspector.tableExists("names")).isFalse();
        assertThat(inspector.tableExists("users_name")).isFalse();
    }

    @Test
    void looksAlongTheSearchPathUnlessASchemaIsNamed() {
        assertThat(inspector.tableExists("invoices")).isFalse();
        assertThat(inspector.tableExists("billing.invoices")).isTrue();
        assertThat(inspector.tableExists("billing.users")).isFalse();
        assertThat(inspector.tableExists("nowhere.users")).isFalse();
        assertThat(inspector.tableExists("pg_class")).isTrue();
    }

    @Test
    void cutsNamesWhereTheServerDoes() {
        assertThat(inspector.tableExists(LONG)).isTrue();
    }

    @Test
    void knowsViews() {
        assertThat(inspector.viewExists("names")).isTrue();
        assertThat(inspector.viewExists("counted")).isTrue();
        assertThat(inspector.viewExists("users")).isFalse();
    }

    @Test
    void knowsColumns() {
        assertThat(inspector.columns("users")).containsExactly("id", "name", "mail", "price", "Tier");
        assertThat(inspector.columns("counted")).containsExactly("n");
        assertThat(inspector.columns("nothing")).isEmpty();
        assertThat(inspector.columnExists("users", "NAME")).isTrue();
        assertThat(inspector.columnExists("users", "tier")).isFalse();
        assertThat(inspector.columnExists("users", "\"Tier\"")).isTrue();
        assertThat(inspector.columnExists("users", "gone")).isFalse();
        assertThat(inspector.columnExists("users", "ctid")).isFalse();
        assertThat(inspector.columnExists("nothing", "id")).isFalse();
    }

    @Test
    void knowsTypesOfColumns() {
        assertThat(inspector.columnType("users", "name")).contains("character varying(20)");
        assertThat(inspector.columnType("users", "price")).contains("numeric(10,2)");
        assertThat(inspector.columnType("users", "\"Tier\"")).contains("tier");
        assertThat(inspector.columnType("users", "nothing")).isEmpty();
    }

    @Test
    void knowsWhichColumnsTakeNulls() {
        assertThat(inspector.columnNullable("users", "name")).contains(false);
        assertThat(inspector.columnNullable("users", "price")).contains(true);
        assertThat(inspector.columnNullable("users", "mail")).contains(false);
        assertThat(inspector.columnNullable("users", "nothing")).isEmpty();
    }

    @Test
    void knowsIndexes() {
        assertThat(inspector.indexExists("users_name")).isTrue();
        assertThat(inspector.indexValid("users_name")).isTrue();
        assertThat(inspector.indexExists("users")).isFalse();
        assertThat(inspector.indexExists("days_day")).isTrue();
        // Its partition has no index to go with it.
        assertThat(inspector.indexValid("days_day")).isFalse();
        assertThat(inspector.indexValid("nothing")).isFalse();
    }

    @Test
    void knowsConstraintsAndTriggersOfTheirTable() {
        assertThat(inspector.constraintExists("users", "users_pkey")).isTrue();
        assertThat(inspector.constraintExists("users", "name_not_empty")).isTrue();
        assertThat(inspector.constraintExists("billing.invoices", "to_user")).isTrue();
        assertThat(inspector.constraintExists("users", "to_user")).isFalse();
        assertThat(inspector.constraintExists("users", "users_name_not_null")).isFalse();
        assertThat(inspector.triggerExists("users", "touched")).isTrue();
        assertThat(inspector.triggerExists("billing.invoices", "touched")).isFalse();
    }

    @Test
    void knowsTypesThatSomebodyMade() {
        assertThat(inspector.typeExists("tier")).isTrue();
        assertThat(inspector.typeExists("email")).isTrue();
        assertThat(inspector.typeExists("pair")).isTrue();
        assertThat(inspector.typeExists("users")).isFalse();
        assertThat(inspector.typeExists("_tier")).isFalse();
        assertThat(inspector.enumValueExists("tier", "Pro")).isTrue();
        assertThat(inspector.enumValueExists("tier", "pro")).isFalse();
        assertThat(inspector.enumValueExists("email", "Pro")).isFalse();
    }

    @Test
    void knowsTheRest() {
        assertThat(inspector.schemaExists("billing")).isTrue();
        assertThat(inspector.schemaExists("\"My App\"")).isTrue();
        assertThat(inspector.schemaExists("\"my app\"")).isFalse();
        assertThat(inspector.sequenceExists("tickets")).isTrue();
        assertThat(inspector.sequenceExists("users_id_seq")).isTrue();
        assertThat(inspector.sequenceExists("users")).isFalse();
        assertThat(inspector.routineExists("touch")).isTrue();
        assertThat(inspector.routineExists("billing.touch")).isFalse();
        assertThat(inspector.extensionExists("plpgsql")).isTrue();
        assertThat(inspector.extensionExists("postgis")).isFalse();
    }
}
