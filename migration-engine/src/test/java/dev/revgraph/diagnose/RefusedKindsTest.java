package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of thing that PostgreSQL refuses, each with what an administrator types. */
@PostgresTest
class RefusedKindsTest {

    private final TestDatabase database;
    private final Patient patient;
    private final JdbcClient superuser;
    private final String other;

    RefusedKindsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.other = database.name() + "_other";
        this.patient = Patient.with(
                database,
                folder,
                "CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TABLE logins (id int REFERENCES users);");
        this.superuser = JdbcClient.create(database.superuserDataSource());
        String others = """
                CREATE ROLE {other};
                CREATE SCHEMA "say ""hi"".";
                GRANT USAGE, CREATE ON SCHEMA "say ""hi""." TO PUBLIC;
                CREATE TABLE "say ""hi""."."T 1" (id int PRIMARY KEY, name text);
                CREATE TABLE "say ""hi""."."T 2" (id int PRIMARY KEY, name text);
                CREATE VIEW "say ""hi""."."V" AS SELECT 1 AS id;
                CREATE MATERIALIZED VIEW "say ""hi""."."M" AS SELECT 1 AS id;
                CREATE DOMAIN "say ""hi""."."D" AS int;
                CREATE SEQUENCE "say ""hi""."."Sq";
                REVOKE ALL ON TYPE "say ""hi""."."D" FROM PUBLIC;
                CREATE COLLATION "say ""hi""."."C" FROM "C";
                CREATE TEXT SEARCH DICTIONARY "say ""hi""."."W" (TEMPLATE = simple);
                CREATE SCHEMA "Hid";
                CREATE FUNCTION "Hid".f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE SEQUENCE "Hid"."S";
                GRANT ALL ON SEQUENCE "Hid"."S" TO PUBLIC;
                CREATE SCHEMA "Full";
                GRANT USAGE ON SCHEMA "Full" TO PUBLIC;
                CREATE TABLE "Full"."Mine" (id int);
                ALTER TABLE "Full"."Mine" OWNER TO {me};
                CREATE FOREIGN DATA WRAPPER "Wr";
                CREATE SERVER "Sv" FOREIGN DATA WRAPPER "Wr";
                CREATE PUBLICATION "Pub";
                REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
                CREATE TABLE public.hidden (id int);
                CREATE VIEW public.shown AS SELECT * FROM public.hidden;
                ALTER VIEW public.shown OWNER TO {me};
                """;
        superuser.sql(filled(others)).update();
    }

    @AfterEach
    void drop() {
        superuser.sql("REASSIGN OWNED BY " + other + " TO postgres").update();
        superuser.sql("DROP OWNED BY " + other).update();
        superuser.sql("DROP ROLE IF EXISTS " + other + "_made").update();
        superuser.sql("DROP ROLE " + other).update();
        superuser
                .sql("ALTER ROLE " + database.username() + " NOCREATEROLE NOBYPASSRLS")
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INSERT INTO \"say \"\"hi\"\".\".\"T 1\" VALUES (1) | GRANT INSERT ON TABLE \"say \"\"hi\"\".\".\"T 1\" TO {me}",
                "SELECT \"Hid\".f() | GRANT USAGE ON SCHEMA \"Hid\" TO {me}",
                "SELECT nextval('\"Hid\".\"S\"') | GRANT USAGE ON SCHEMA \"Hid\" TO {me}",
                "SELECT nextval('\"say \"\"hi\"\".\".\"Sq\"') | GRANT USAGE, UPDATE ON SEQUENCE \"say \"\"hi\"\".\".\"Sq\" TO {me}",
                "CREATE TABLE x (d \"say \"\"hi\"\".\".\"D\") | GRANT USAGE ON TYPE \"say \"\"hi\"\".\".\"D\" TO {me}",
                "CREATE INDEX ON \"Full\".\"Mine\" (id) | GRANT CREATE ON SCHEMA \"Full\" TO {me}",
                "ALTER TABLE \"Full\".\"Mine\" ADD UNIQUE (id) | GRANT CREATE ON SCHEMA \"Full\" TO {me}",
                "ALTER TABLE \"Full\".\"Mine\" RENAME TO \"Yours\" | GRANT CREATE ON SCHEMA \"Full\" TO {me}",
                "ALTER TABLE users SET SCHEMA \"Full\" | GRANT CREATE ON SCHEMA \"Full\" TO {me}",
                "ALTER TABLE users OWNER TO {other} | GRANT {other} TO {me}",
                "SET LOCAL ROLE {other} | GRANT {other} TO {me}",
                "SET LOCAL ROLE '{other}' | GRANT {other} TO {me}",
                "ALTER DEFAULT PRIVILEGES FOR ROLE {other} GRANT SELECT ON TABLES TO PUBLIC | GRANT {other} TO {me}",
                "CREATE ROLE {other}_made | ALTER ROLE {me} CREATEROLE",
                "ALTER ROLE {other} NOLOGIN | ALTER ROLE {me} CREATEROLE",
                "GRANT {other} TO postgres | GRANT {other} TO {me} WITH ADMIN OPTION",
                "COPY users FROM '/dev/null' | GRANT pg_read_server_files TO {me}",
                "COPY users TO PROGRAM 'cat > /dev/null' | GRANT pg_execute_server_program TO {me}",
                "DO $$ BEGIN END $$ | GRANT USAGE ON LANGUAGE plpgsql TO {me}",
                "CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS 'BEGIN END' | GRANT USAGE ON LANGUAGE plpgsql TO {me}",
                "CREATE SERVER mine FOREIGN DATA WRAPPER \"Wr\" | GRANT USAGE ON FOREIGN DATA WRAPPER \"Wr\" TO {me}",
                "CREATE FOREIGN TABLE x (id int) SERVER \"Sv\" | GRANT USAGE ON FOREIGN SERVER \"Sv\" TO {me}",
                "LOCK TABLE \"say \"\"hi\"\".\".\"T 1\" | GRANT UPDATE ON TABLE \"say \"\"hi\"\".\".\"T 1\" TO {me}",
                "CREATE MATERIALIZED VIEW x AS SELECT * FROM hidden | GRANT SELECT ON TABLE public.hidden TO {me}",
                "WITH users AS (SELECT 1) SELECT * FROM users, hidden | GRANT SELECT ON TABLE public.hidden TO {me}",
                "WITH gone AS (DELETE FROM hidden) SELECT 1 | GRANT DELETE ON TABLE public.hidden TO {me}",
                "SELECT * FROM shown | GRANT SELECT ON TABLE public.hidden TO {me}",
            })
    void namesWhatAnAdministratorTypes(String statement, String typed) {
        Diagnosis diagnosis = patient.fails(filled(statement) + ";");
        assertThat(diagnosis.waysOut().get(0).sql().get(0)).isEqualTo(filled(typed));
        for (int i = 0; i < 4; i++) {
            diagnosis.waysOut().get(0).sql().forEach(sql -> superuser.sql(sql).update());
            Optional<StatementFailedException> failure = next();
            if (failure.isEmpty()) {
                return;
            }
            String details = failure.get().details();
            diagnosis = failure.get().diagnosis().orElseThrow(() -> new AssertionError(details));
        }
        assertThat(next()).isEmpty();
    }

    private Optional<StatementFailedException> next() {
        try {
            patient.succeeds();
            return Optional.empty();
        } catch (StatementFailedException failure) {
            assertThat(failure.statement().sqlState()).as(failure.details()).isEqualTo("42501");
            return Optional.of(failure);
        }
    }

    private String filled(String text) {
        return text.replace("{me}", database.username()).replace("{other}", other);
    }

    /** In one database: what fails changes nothing. */
    @Test
    void namesTheOwnerOfEveryKind() {
        String all = """
                ALTER VIEW "say ""hi""."."V" RENAME TO w | "say ""hi""."."V"
                CREATE OR REPLACE VIEW "say ""hi""."."V" AS SELECT 2 AS id | "say ""hi""."."V"
                REFRESH MATERIALIZED VIEW "say ""hi""."."M" | "say ""hi""."."M"
                ALTER INDEX "say ""hi""."."T 1_pkey" RENAME TO w | "say ""hi""."."T 1_pkey"
                DROP TABLE users, "say ""hi""."."T 1" CASCADE | "say ""hi""."."T 1"
                COMMENT ON TABLE "say ""hi""."."T 1" IS 'x' | "say ""hi""."."T 1"
                COMMENT ON COLUMN "say ""hi""."."T 1".name IS 'x' | "say ""hi""."."T 1"
                CREATE RULE r AS ON INSERT TO "say ""hi""."."T 1" DO INSTEAD NOTHING | "say ""hi""."."T 1"
                CREATE STATISTICS st ON id, name FROM "say ""hi""."."T 1" | "say ""hi""."."T 1"
                CREATE TABLE x () INHERITS ("say ""hi""."."T 1") | "say ""hi""."."T 1"
                ALTER DOMAIN "say ""hi""."."D" SET NOT NULL | "say ""hi""."."D"
                ALTER COLLATION "say ""hi""."."C" RENAME TO w | "say ""hi""."."C"
                DROP TEXT SEARCH DICTIONARY "say ""hi""."."W" | "say ""hi""."."W"
                DROP SERVER "Sv" | "Sv"
                DROP FOREIGN DATA WRAPPER "Wr" | "Wr"
                DROP PUBLICATION "Pub" | "Pub"
                DROP EXTENSION plpgsql | plpgsql
                GRANT SELECT ON "say ""hi""."."T 1" TO PUBLIC | "say ""hi""."."T 1"
                GRANT USAGE ON TYPE "say ""hi""."."D" TO PUBLIC | "say ""hi""."."D"
                """;
        all.lines().forEach(line -> {
            String[] parts = line.split(" \\| ", -1);
            Diagnosis diagnosis = patient.fails(parts[0] + ";");
            assertThat(diagnosis.finding())
                    .isEqualTo("The role \"" + database.username() + "\" is not the owner of " + parts[1]
                            + ", which belongs to \"postgres\".");
            assertThat(diagnosis.waysOut().get(0).sql()).containsExactly("GRANT postgres TO " + database.username());
        });
    }

    @Test
    void saysWhereNoGrantHelps() {
        String all = """
                CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION suppress_redundant_updates_trigger() | create event triggers
                CREATE FOREIGN DATA WRAPPER w | create foreign-data wrappers
                CREATE PUBLICATION p FOR ALL TABLES | publish all tables
                CREATE FUNCTION g() RETURNS int LANGUAGE sql LEAKPROOF AS 'SELECT 1' | declare a function leakproof
                DELETE FROM pg_enum | change pg_enum
                SET SESSION AUTHORIZATION postgres | become another user
                """;
        all.lines().forEach(line -> {
            String[] parts = line.split(" \\| ", -1);
            Diagnosis diagnosis = patient.fails(parts[0] + ";");
            assertThat(diagnosis.finding())
                    .startsWith("Only a superuser may " + parts[1])
                    .endsWith("no GRANT changes that.");
            assertThat(diagnosis.waysOut())
                    .singleElement()
                    .satisfies(way -> assertThat(way.sql()).containsExactly(parts[0]));
        });
    }

    @Test
    void letsAnExtensionBeMadeBeforehand() {
        assumeThat(superuser
                        .sql("SELECT name FROM pg_available_extensions WHERE name = 'file_fdw'")
                        .query(String.class)
                        .list())
                .isNotEmpty();
        Diagnosis diagnosis = patient.fails("CREATE EXTENSION file_fdw;");
        assertThat(diagnosis.finding()).contains("only a superuser may create it");
        String sql = diagnosis.waysOut().get(0).sql().get(0);
        superuser.sql(sql).update();
        patient.rewrites(sql);
    }

    @Test
    void leavesTheTriggersOfTheSystemAlone() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE logins DISABLE TRIGGER ALL;");
        assertThat(diagnosis.finding()).contains("keep its foreign keys belong to the system");
        patient.rewrites(diagnosis.waysOut().get(0).sql().get(0));
    }

    @Test
    void namesTheSettingThatIsReserved() {
        Diagnosis diagnosis = patient.fails("SET LOCAL session_replication_role = 'replica';");
        assertThat(diagnosis.finding()).contains("may not change the setting session_replication_role");
        List<String> sql = diagnosis.waysOut().get(0).sql();
        superuser.sql(sql.get(0)).update();
        if (database.majorVersion() >= 15) {
            patient.succeeds();
            superuser
                    .sql("REVOKE SET ON PARAMETER session_replication_role FROM " + database.username())
                    .update();
        } else {
            superuser
                    .sql("ALTER ROLE " + database.username() + " RESET session_replication_role")
                    .update();
        }
    }

    @Test
    void takesAReservedSettingOfARoleForNoLackOfRightsToTheRole() {
        assertRefusedForAnotherReason("ALTER ROLE {me} SET log_statement = 'all'");
        superuser.sql(filled("ALTER ROLE {me} CREATEROLE")).update();
        superuser.sql(filled("GRANT {other} TO {me}")).update();
        if (database.majorVersion() >= 16) {
            superuser.sql(filled("GRANT {other} TO {me} WITH ADMIN OPTION")).update();
        }
        assertRefusedForAnotherReason("ALTER ROLE {other} SET log_statement = 'all'");
    }

    private void assertRefusedForAnotherReason(String statement) {
        StatementFailedException failure = patient.failure(filled(statement) + ";");
        assertThat(failure.statement().sqlState()).isEqualTo("42501");
        assertThat(failure.diagnosis()).isEmpty();
    }

    @Test
    void looksAtPoliciesWhereNoRightIsMissing() {
        patient.sql("ALTER TABLE users ENABLE ROW LEVEL SECURITY")
                .sql("ALTER TABLE users FORCE ROW LEVEL SECURITY")
                .sql("CREATE POLICY low ON users FOR INSERT WITH CHECK (id < 10)");
        Diagnosis diagnosis = patient.fails("INSERT INTO users VALUES (11);");
        assertThat(diagnosis.finding())
                .contains(
                        "row-level security, which holds for the role",
                        "low (PERMISSIVE FOR INSERT WITH CHECK ((id < 10)))");
        superuser.sql(diagnosis.waysOut().get(0).sql().get(0)).update();
        patient.succeeds();
    }

    @Test
    void namesTheTablespace() throws SQLException {
        String space = database.name() + " space";
        try (Connection connection = database.superuserDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE \"" + space + "\" LOCATION ''");
        }
        try {
            Diagnosis diagnosis = patient.fails("CREATE TABLE x (id int) TABLESPACE \"" + space + "\";");
            assertThat(diagnosis.waysOut().get(0).sql())
                    .containsExactly("GRANT CREATE ON TABLESPACE \"" + space + "\" TO " + database.username());
            superuser.sql(diagnosis.waysOut().get(0).sql().get(0)).update();
            patient.succeeds();
            patient.sql("DROP TABLE x");
        } finally {
            superuser.sql("DROP TABLESPACE \"" + space + "\"").update();
        }
    }
}
