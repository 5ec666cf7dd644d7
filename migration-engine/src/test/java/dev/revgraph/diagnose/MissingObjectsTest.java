package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to be dropped is not there. */
@PostgresTest
class MissingObjectsTest {

    private final Patient patient;

    MissingObjectsTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, """
                CREATE TABLE users (id int CONSTRAINT users_positive CHECK (id > 0), name text);
                CREATE INDEX users_name ON users (name);
                CREATE SEQUENCE numbers;
                CREATE VIEW names AS SELECT name FROM users;
                CREATE MATERIALIZED VIEW old_names AS SELECT name FROM users;
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
                CREATE FUNCTION total(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
                CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE PROCEDURE clean() LANGUAGE sql AS 'SELECT 1';
                CREATE TRIGGER users_noted BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION noted();
                CREATE POLICY own ON users USING (id = 1);
                CREATE SCHEMA billing;
                CREATE TYPE billing.plan AS (price int);
                CREATE INDEX paid ON users (id);
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP INDEX user_name | The index \"user_name\" that is to be dropped does not exist | There is a \"users_name\".",
                "DROP INDEX CONCURRENTLY user_name | The index \"user_name\" that | There is a \"users_name\".",
                "DROP INDEX users_name, piad | The index \"piad\" that | There is a \"paid\".",
                "DROP SEQUENCE number | The sequence \"number\" that | There is a \"numbers\".",
                "DROP VIEW name | The view \"name\" that | There is a \"names\".",
                "DROP MATERIALIZED VIEW old_name | The materialized view \"old_name\" that | \"old_names\".",
                "DROP TYPE modo | The type \"modo\" that is to be dropped does not exist in the schemas of the search_path (\"$user\", public). | There is mood: an enum of 'sad', 'ok'.",
                "DROP TYPE plan | The type \"plan\" that | There is billing.plan: a composite type of price integer.",
                "DROP DOMAIN emal | The type \"emal\" that | There is email: a domain over text CHECK ((VALUE ~~ '%@%'::text)).",
                "DROP FUNCTION total(text, int) | The function \"total\" that | There is total(integer): a function that returns integer.",
                "DROP FUNCTION totl | The function \"totl\" that | There is total(integer)",
                "DROP PROCEDURE public.cleen() | The function \"public.cleen\" that | There is clean(): a procedure.",
                "ALTER TABLE users DROP CONSTRAINT users_positiv | The constraint \"users_positiv\" on users that | There is users_positive: CHECK ((id > 0)).",
                "ALTER TABLE users ADD a int, DROP CONSTRAINT nothing, DROP COLUMN name | The constraint \"nothing\" on users that | There are: ",
                "DROP TRIGGER user_noted ON users | The trigger \"user_noted\" on users that | There is users_noted: CREATE TRIGGER users_noted BEFORE UPDATE",
                "DROP POLICY onw ON users | The policy \"onw\" on users that | There is own: PERMISSIVE FOR ALL USING ((id = 1)).",
                "DROP SCHEMA biling | The schema \"biling\" that is to be dropped does not exist. | There is billing: it belongs to ",
                "DROP EXTENSION plpqsql | The extension \"plpqsql\" that | There is plpgsql: version 1.0, in the schema pg_catalog.",
            })
    void namesNearOnesAndGuardsTheStatement(String statement, String begin, String near) {
        Diagnosis diagnosis = patient.fails(
                statement.contains("CONCURRENTLY") ? "-- transaction: off" : "-- transaction: on", statement + ";");
        assertThat(diagnosis.finding()).startsWith(begin).contains(near);
        String guarded =
                diagnosis.waysOut().get(diagnosis.waysOut().size() - 1).sql().get(0);
        assertThat(guarded).contains("IF EXISTS");
        if (!statement.contains("CONCURRENTLY") && !statement.startsWith("ALTER")) {
            patient.rewrites(guarded);
        }
    }

    @Test
    void saysThatTheUpgradeOfTheRevisionMadeIt() {
        patient.revisions()
                .add(
                        "b",
                        "a",
                        "CREATE TYPE colour AS ENUM ('red'); ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '');"
                                + " CREATE INDEX users_both ON users (id, name);",
                        "DROP INDEX users_both; ALTER TABLE users DROP CONSTRAINT named; DROP TYPE colour;");
        patient.succeeds();
        patient.sql("DROP TYPE colour");
        assertThat(downgradeFinding())
                .contains("The type \"colour\"", "The upgrade of \"b\" made it; it has been dropped");
        patient.sql("ALTER TABLE users RENAME CONSTRAINT named TO has_name");
        assertThat(downgradeFinding())
                .contains("The constraint \"named\"", "The upgrade of \"b\" made it", "There are: ");
        patient.sql("DROP INDEX users_both");
        assertThat(downgradeFinding()).contains("The index \"users_both\"", "The upgrade of \"b\" made it");
    }

    private String downgradeFinding() {
        StatementFailedException failure = catchThrowableOfType(
                StatementFailedException.class, () -> patient.instance().downgrade("a"));
        assertThat(failure.diagnosis()).as(failure.details()).isPresent();
        return failure.diagnosis().orElseThrow().finding();
    }

    @Test
    void knowsTheRevisionThatMadeIt() {
        patient.sql("DROP POLICY own ON users");
        assertThat(patient.fails("DROP POLICY own ON users;").finding())
                .contains("Revision \"a\" creates it and was applied ", "; it has been dropped or renamed since.");
        patient.revisions().add("z", "base", "CREATE TYPE later AS ENUM ('x');", "");
        patient.revisions().add("b", "a", "DROP TYPE later;", "");
        StatementFailedException failure = catchThrowableOfType(
                StatementFailedException.class, () -> patient.instance().upgrade("b"));
        assertThat(failure.diagnosis().orElseThrow().text())
                .contains(
                        "Revision \"z\" creates it, and is not applied.",
                        "`-- depends-on: z` into the header of \"b\"");
    }

    @Test
    void namesTheSchemaThatIsMissing() {
        Diagnosis diagnosis = patient.fails("CREATE TABLE biling.invoices (id int);");
        assertThat(diagnosis.finding()).isEqualTo("The schema \"biling\" does not exist. There is a \"billing\".");
        patient.types(diagnosis.waysOut().get(1));
        patient.instance().downgrade("a");
        assertThat(patient.fails("DROP TYPE nowhere.mood;").finding())
                .isEqualTo("The schema \"nowhere\" does not exist.");
    }

    @Test
    void saysNothingOfWhatIsThereOnceTheRevisionIsUndone() {
        assertThat(patient.failure("DROP TRIGGER users_noted ON users; DROP TRIGGER users_noted ON users;")
                        .diagnosis())
                .isEmpty();
        assertThat(patient.failure("CREATE TYPE x AS ENUM ('a'); DROP TYPE x; DROP TYPE x;")
                        .diagnosis())
                .isEmpty();
        assertThat(patient.failure("SELECT total('a', 'b', 'c');").diagnosis()).isEmpty();
        assertThat(patient.failure("DROP FUNCTION total(int); DROP FUNCTION total(integer);")
                        .diagnosis())
                .isEmpty();
    }
}
