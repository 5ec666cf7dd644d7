package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the obvious look at the database shows something else than the failed statement saw. */
@PostgresTest
class SurprisesTest {

    private final Patient patient;

    SurprisesTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, """
                CREATE TABLE users (id int PRIMARY KEY, email text);
                INSERT INTO users VALUES (1, 'a');
                CREATE SCHEMA "Tenant 1";
                CREATE TABLE "Tenant 1".users (id int, mail text);
                INSERT INTO "Tenant 1".users VALUES (1, NULL), (1, NULL);
                """);
    }

    @Test
    void looksAlongTheSearchPathOfTheRevision() {
        String path = "SET LOCAL search_path TO \"Tenant 1\", public; ";
        assertThat(patient.fails(path + "CREATE TABLE users (id int);").finding())
                .contains("exists already, with the columns id, mail");
        assertThat(patient.fails(path + "UPDATE users SET email = 'b';").finding())
                .contains("has no column \"email\"")
                .contains("Its columns: id, mail");
        Diagnosis repeated = patient.fails(path + "CREATE UNIQUE INDEX ON users (id);");
        assertThat(repeated.finding()).startsWith("1 value of (id) occurs more than once in users");
        assertThat(patient.fails("SET search_path = \"Tenant 1\"; RESET search_path; UPDATE users SET mail = 'b';")
                        .finding())
                .contains("Its columns: id, email");
    }

    @Test
    void leavesTheRowsOfHeirsAlone() {
        patient.sql("CREATE TABLE heirs () INHERITS (users)")
                .sql("INSERT INTO heirs VALUES (7, 'x'), (7, 'x'), (8, 'a')")
                .sql("INSERT INTO users VALUES (2, 'a')");
        Diagnosis repeated = patient.fails("CREATE UNIQUE INDEX ON users (email);");
        assertThat(repeated.finding()).isEqualTo("1 value of (email) occurs more than once in users.");
        assertThat(repeated.samples()).containsExactly("email = 'a', rows = 2");
        patient.types(repeated.waysOut().get(0));
        assertThat(patient.list("SELECT id::text FROM users ORDER BY id")).containsExactly("1", "7", "7", "8");
    }

    @Test
    void doesNotTakeTheRowsOfHeirsForThoseReferredTo() {
        patient.sql("CREATE TABLE heirs () INHERITS (users)")
                .sql("INSERT INTO heirs VALUES (7, 'x')")
                .sql("CREATE TABLE logins (user_id int)")
                .sql("INSERT INTO logins VALUES (1), (7)");
        Diagnosis orphans =
                patient.fails("ALTER TABLE logins ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users (id);");
        assertThat(orphans.finding()).startsWith("1 row of logins has a (user_id) that does not exist in users (id)");
        patient.types(orphans.waysOut().get(0));
        assertThat(patient.list("SELECT user_id::text FROM logins")).containsExactly("1");
    }

    @Test
    void knowsThatAFullMatchTakesNoHalfNull() {
        patient.sql("ALTER TABLE users ADD UNIQUE (id, email)")
                .sql("CREATE TABLE logins (n int, user_id int, email text)")
                .sql("INSERT INTO logins VALUES (1, 1, 'a'), (2, 1, NULL), (3, NULL, NULL), (4, 9, 'a')");
        Diagnosis orphans = patient.fails(
                "ALTER TABLE logins ADD CONSTRAINT k FOREIGN KEY (user_id, email) REFERENCES users (id, email) MATCH FULL;");
        assertThat(orphans.finding()).startsWith("2 rows of logins have a (user_id, email) that does not exist");
        patient.types(orphans.waysOut().get(0));
        assertThat(patient.list("SELECT n::text FROM logins ORDER BY n")).containsExactly("1", "3");
    }

    @Test
    void saysNothingOfAGeneratedColumn() {
        patient.sql("ALTER TABLE users ADD domain text GENERATED ALWAYS AS (split_part(email, '@', 2)) STORED");
        assertThat(patient.failure("ALTER TABLE users ALTER domain TYPE int USING domain::int;")
                        .diagnosis())
                .isEmpty();
    }
}
