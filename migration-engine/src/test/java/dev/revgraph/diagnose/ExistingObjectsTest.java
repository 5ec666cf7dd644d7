package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A type, a constraint, a trigger … exists already. */
@PostgresTest
class ExistingObjectsTest {

    private static final String BY_HAND = " No other revision makes it: it was made by hand, or by another program.";

    private final Patient patient;

    ExistingObjectsTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, """
                CREATE TABLE users (id int, name text, CONSTRAINT users_positive CHECK (id > 0));
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                """)
                .sql("CREATE TYPE size AS (w int, h int)")
                .sql("CREATE TRIGGER users_noted BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION noted()")
                .sql("CREATE POLICY own ON users FOR SELECT USING (id = 1)")
                .sql("CREATE SCHEMA billing")
                .sql("ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '')")
                .sql("CREATE INDEX users_key ON users (name)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TYPE size AS ENUM ('s') | The type \"size\" exists already: a composite type of w integer, h integer.",
                "CREATE DOMAIN size AS int | The type \"size\" exists already: a composite type of w integer, h integer.",
                "CREATE TRIGGER users_noted AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION noted() | The trigger \"users_noted\" on users exists already: CREATE TRIGGER users_noted BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION noted().",
                "CREATE POLICY own ON users | The policy \"own\" on users exists already: PERMISSIVE FOR SELECT USING ((id = 1)).",
                "CREATE SCHEMA billing | The schema \"billing\" exists already: it belongs to ",
                "CREATE EXTENSION plpgsql | The extension \"plpgsql\" exists already: version 1.0, in the schema pg_catalog.",
                "ALTER TABLE users ADD CONSTRAINT named CHECK (name > '') | The constraint \"named\" on users exists already: CHECK ((name <> ''::text)).",
            })
    void describesItAndGuardsTheStatement(String statement, String finding) {
        Diagnosis diagnosis = patient.fails(statement + ";");
        assertThat(diagnosis.finding()).startsWith(finding).endsWith(BY_HAND);
        assertThat(diagnosis.waysOut().get(0).description()).contains("`stamp b`");
        patient.rewrites(diagnosis.waysOut().get(1).sql().get(0));
    }

    @Test
    void knowsTheRevisionThatMadeIt() {
        assertThat(patient.fails("CREATE TYPE mood AS ENUM ('sad');").finding())
                .startsWith(
                        "The type \"mood\" exists already: an enum of 'sad', 'ok'. Revision \"a\" makes it, applied on ");
        assertThat(patient.fails("ALTER TABLE users ADD CONSTRAINT users_positive CHECK (id > 0);")
                        .finding())
                .contains("CHECK ((id > 0)). Revision \"a\" makes it, applied on ");
        Diagnosis function =
                patient.fails("CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';");
        assertThat(function.finding())
                .startsWith(
                        "The function \"noted\" exists already: noted(), a function that returns trigger. Revision \"a\"");
        patient.rewrites(function.waysOut().get(1).sql().get(0));
    }

    @Test
    void listsTheValuesOfAnEnum() {
        Diagnosis diagnosis = patient.fails("ALTER TYPE mood ADD VALUE 'ok' BEFORE 'sad';");
        assertThat(diagnosis.finding())
                .startsWith(
                        "The enum \"mood\" has the value 'ok' already; its values: 'sad', 'ok'. Revision \"a\" makes it,");
        assertThat(diagnosis.waysOut().get(1).sql())
                .containsExactly("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok' BEFORE 'sad'");
        patient.rewrites(diagnosis.waysOut().get(1).sql().get(0));
    }

    @Test
    void offersNoGuardThatWouldPassOverOtherClauses() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ADD age int, ADD CONSTRAINT named CHECK (name <> '');");
        assertThat(diagnosis.finding()).startsWith("The constraint \"named\" on users exists already");
        assertThat(diagnosis.waysOut()).hasSize(1);
    }

    @Test
    void findsTheIndexThatHasTheNameOfANewKey() {
        assertThat(patient.fails("ALTER TABLE users ADD CONSTRAINT users_key UNIQUE (name);")
                        .finding())
                .isEqualTo("The constraint \"users_key\" on users needs an index of this name, and the index users_key"
                        + " exists already." + BY_HAND);
    }

    @Test
    void saysNothingOfWhatTheRevisionMadeTwiceItself() {
        assertThat(patient.failure("CREATE TYPE x AS ENUM ('a'); CREATE TYPE x AS ENUM ('a');")
                        .diagnosis())
                .isEmpty();
    }
}
