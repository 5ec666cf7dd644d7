package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role may not do what the statement does. */
@PostgresTest
class MissingRightsTest {

    private final TestDatabase database;
    private final Patient patient;
    private final JdbcClient superuser;

    MissingRightsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.patient = Patient.with(database, folder, "CREATE TABLE users (id int PRIMARY KEY);");
        this.superuser = JdbcClient.create(database.superuserDataSource());
        String others = """
                CREATE SCHEMA hid;
                CREATE SCHEMA seen;
                GRANT USAGE ON SCHEMA seen TO PUBLIC;
                CREATE TABLE hid.t (id int);
                CREATE TABLE seen.t (id int PRIMARY KEY, n serial, m int GENERATED ALWAYS AS IDENTITY);
                CREATE TABLE seen.writable (id int, n serial);
                CREATE SEQUENCE seen.numbers;
                CREATE TYPE seen.mood AS ENUM ('sad');
                REVOKE USAGE ON TYPE seen.mood FROM PUBLIC;
                CREATE FUNCTION seen.f(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
                REVOKE EXECUTE ON FUNCTION seen.f(int) FROM PUBLIC;
                CREATE PROCEDURE seen.p() LANGUAGE sql AS 'SELECT 1';
                REVOKE EXECUTE ON PROCEDURE seen.p() FROM PUBLIC;
                """;
        others.lines().forEach(statement -> superuser.sql(statement).update());
        superuser.sql("GRANT INSERT ON seen.writable TO " + database.username()).update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE seen.x (id int) | CREATE on the schema seen | GRANT CREATE ON SCHEMA seen",
                "CREATE TYPE seen.x AS ENUM ('a') | CREATE on the schema seen | GRANT CREATE ON SCHEMA seen",
                "CREATE VIEW seen.v AS SELECT * FROM users | CREATE on the schema seen | GRANT CREATE ON SCHEMA seen",
                "CREATE FUNCTION seen.g() RETURNS int LANGUAGE sql AS 'SELECT 1' | CREATE on the schema seen | GRANT CREATE ON SCHEMA seen",
                "CREATE TABLE hid.x (id int) | USAGE on the schema hid | GRANT USAGE ON SCHEMA hid",
                "CREATE TABLE x AS SELECT * FROM seen.t | SELECT on the table seen.t | GRANT SELECT ON TABLE seen.t",
                "CREATE TABLE x (id int REFERENCES seen.t) | REFERENCES on the table seen.t | GRANT REFERENCES ON TABLE seen.t",
                "INSERT INTO seen.t (id) VALUES (1) | INSERT on the table seen.t | GRANT INSERT ON TABLE seen.t",
                "INSERT INTO seen.writable (id) VALUES (1) | USAGE on the sequence seen.writable_n_seq | GRANT USAGE ON SEQUENCE seen.writable_n_seq",
                "TRUNCATE seen.t | TRUNCATE on the table seen.t | GRANT TRUNCATE ON TABLE seen.t",
                "SELECT nextval('seen.numbers') | USAGE, UPDATE on the sequence seen.numbers | GRANT USAGE, UPDATE ON SEQUENCE seen.numbers",
                "SELECT seen.f(1) | EXECUTE on the function seen.f(integer) | GRANT EXECUTE ON FUNCTION seen.f(integer)",
                "CALL seen.p() | EXECUTE on the procedure seen.p() | GRANT EXECUTE ON PROCEDURE seen.p()",
                "CREATE TABLE x (m seen.mood) | USAGE on the type seen.mood | GRANT USAGE ON TYPE seen.mood",
                "CREATE TRIGGER x BEFORE UPDATE ON seen.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger() | TRIGGER on the table seen.t | GRANT TRIGGER ON TABLE seen.t",
            })
    void namesTheRoleAndTheGrant(String statement, String right, String grant) {
        for (int i = 0; i < 3; i++) {
            Diagnosis diagnosis = patient.fails(statement + ";");
            assertThat(diagnosis.finding())
                    .startsWith("The role \"" + database.username() + "\" has no right to ")
                    .endsWith(", which belongs to \"postgres\".");
            if (i == 0) {
                assertThat(diagnosis.finding()).contains("has no right to " + right + ",");
                assertThat(diagnosis.waysOut().get(0).sql().get(0)).isEqualTo(grant + " TO " + database.username());
            }
            diagnosis.waysOut().get(0).sql().forEach(sql -> superuser.sql(sql).update());
            if (isAllowed()) {
                return;
            }
        }
        patient.succeeds();
    }

    private boolean isAllowed() {
        try {
            patient.succeeds();
            return true;
        } catch (StatementFailedException failure) {
            assertThat(failure.statement().sqlState()).isEqualTo("42501");
            return false;
        }
    }

    @Test
    void namesTheRightOnTheDatabase() {
        String name = database.name();
        superuser.sql("ALTER DATABASE " + name + " OWNER TO postgres").update();
        superuser.sql("GRANT CREATE ON SCHEMA public TO " + name).update();
        superuser.sql("REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC").update();
        try {
            Diagnosis schema = patient.fails("CREATE SCHEMA mine;");
            assertThat(schema.finding()).contains("CREATE on the database " + name);
            assertThat(patient.fails("CREATE EXTENSION hstore;")
                            .waysOut()
                            .get(0)
                            .sql())
                    .containsExactly("GRANT CREATE ON DATABASE " + name + " TO " + name);
            for (String made : List.of(
                    "CREATE TEMP TABLE x (id int);",
                    "CREATE LOCAL TEMPORARY TABLE x (id int);",
                    "CREATE OR REPLACE TEMP VIEW x AS SELECT 1;")) {
                assertThat(patient.fails(made).waysOut().get(0).sql())
                        .containsExactly("GRANT TEMPORARY ON DATABASE " + name + " TO " + name);
            }
            patient.revisions().add("b", "a", "CREATE SCHEMA mine;", "");
            schema.waysOut().get(0).sql().forEach(sql -> superuser.sql(sql).update());
            patient.succeeds();
        } finally {
            superuser.sql("ALTER DATABASE " + name + " OWNER TO " + name).update();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE seen.t ADD x int | seen.t",
                "DROP TABLE users, seen.t | seen.t",
                "DROP SEQUENCE seen.numbers | seen.numbers",
                "ALTER SEQUENCE seen.numbers RESTART | seen.numbers",
                "CREATE INDEX ON seen.t (id) | seen.t",
                "DROP FUNCTION seen.f(int) | seen.f(integer)",
                "ALTER TYPE seen.mood ADD VALUE 'ok' | seen.mood",
                "DROP TYPE seen.mood | seen.mood",
                "DROP SCHEMA seen | seen",
                "CREATE POLICY p ON seen.t | seen.t",
            })
    void namesTheOwner(String statement, String object) {
        assertThat(patient.fails(statement + ";").finding())
                .isEqualTo("The role \"" + database.username() + "\" is not the owner of " + object
                        + ", which belongs to \"postgres\".");
    }

    @Test
    void namesTheRoleThatTheRevisionHasTakenOn() {
        String other = database.name() + "_app";
        superuser.sql("CREATE ROLE " + other).update();
        try {
            superuser.sql("GRANT " + other + " TO " + database.username()).update();
            Diagnosis diagnosis = patient.fails("SET LOCAL ROLE " + other + "; INSERT INTO users VALUES (1);");
            assertThat(diagnosis.finding())
                    .startsWith("The role \"" + other + "\" has no right to INSERT on the table public.users");
            assertThat(diagnosis.waysOut().get(0).sql())
                    .containsExactly("GRANT INSERT ON TABLE public.users TO " + other);
        } finally {
            superuser.sql("DROP OWNED BY " + other).update();
            superuser.sql("DROP ROLE " + other).update();
        }
    }

    @Test
    void saysNothingWhereTheStatementDoesNotShowWhatIsMissing() {
        assertThat(patient.failure("DO $$ BEGIN EXECUTE 'SELECT seen.f(1)'; END $$;")
                        .diagnosis())
                .isEmpty();
    }
}
