package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something exists already. */
@PostgresTest
class S30ExistsAlreadyTest {

    private final TestDatabase database;
    private final Path folder;

    S30ExistsAlreadyTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private Patient patient() {
        return Patient.with(database, folder, "CREATE TABLE users (id bigint PRIMARY KEY, name text);");
    }

    @Test
    void saysWithWhatTypeAColumnExistsAndGuardsTheStatement() {
        Patient patient = patient().sql("ALTER TABLE users ADD born varchar(20) NOT NULL DEFAULT 'x'");
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ADD COLUMN age int, ADD born date;");
        assertThat(diagnosis.finding())
                .isEqualTo("The column \"born\" of users exists already, with the type character varying(20) NOT NULL"
                        + " DEFAULT 'x'::character varying. No other revision makes it: it was made by hand, or by"
                        + " another program.");
        assertThat(diagnosis.waysOut().get(1).sql())
                .containsExactly("ALTER TABLE users ADD COLUMN age int, ADD IF NOT EXISTS born date");
        patient.rewrites(diagnosis.waysOut().get(1).sql().get(0));
    }

    @Test
    void offersToStamp() {
        Patient patient = patient().sql("ALTER TABLE users ADD born date");
        assertThat(patient.fails("ALTER TABLE users ADD COLUMN born date;")
                        .waysOut()
                        .get(0)
                        .description())
                .contains("`stamp b`");
        patient.instance().stamp("b");
        patient.succeeds();
    }

    @Test
    void knowsTheRevisionThatMadeIt() {
        Patient patient = patient();
        assertThat(patient.fails("ALTER TABLE users ADD name text;").finding())
                .contains("Revision \"a\" makes it, applied on ", " by \"");
        Diagnosis diagnosis = patient.fails("CREATE TABLE users (id bigint);");
        assertThat(diagnosis.finding())
                .startsWith(
                        "The table users exists already, with the columns id, name. Revision \"a\" makes it, applied on ");
        patient.rewrites(diagnosis.waysOut().get(1).sql().get(0));
    }

    @Test
    void describesAnIndex() {
        Patient patient = patient().sql("CREATE INDEX \"By Name\" ON users (lower(name))");
        Diagnosis diagnosis = patient.fails("CREATE INDEX \"By Name\" ON users (name);");
        assertThat(diagnosis.finding())
                .startsWith("The index \"By Name\" exists already: CREATE INDEX \"By Name\" ON public.users"
                        + " USING btree (lower(name)).");
        patient.rewrites(diagnosis.waysOut().get(1).sql().get(0));
    }

    @Test
    void saysNothingOfWhatTheRevisionMadeTwiceItself() {
        assertThat(patient()
                        .failure("CREATE TABLE t (a int); CREATE TABLE t (a int);")
                        .diagnosis())
                .isEmpty();
    }
}
