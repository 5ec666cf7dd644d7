package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that mean nothing, and rows that stand against a constraint. */
@PostgresTest
class RowsAndNamesTest {

    private final Patient patient;

    RowsAndNamesTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, "CREATE TABLE users (id int PRIMARY KEY, email text, age int);")
                .sql("INSERT INTO users VALUES (1, 'a', 1), (2, 'a', -1), (3, NULL, NULL)");
    }

    @Test
    void findsTheNearName() {
        assertThat(patient.fails("ALTER TABLE user ADD a int;".replace("user ", "usres "))
                        .finding())
                .contains("The table \"usres\" that the statement uses does not exist", "There is a \"users\".");
        assertThat(patient.fails("UPDATE usesr SET age = 1;").finding()).contains("There is a \"users\".");
        assertThat(patient.fails("ALTER TABLE users ADD born date; CREATE INDEX ON users (bron);")
                        .finding())
                .contains("The table users has no column \"bron\". There is a \"born\".");
    }

    @Test
    void saysNothingWhereItCannotKnow() {
        assertThat(patient.failure("ALTER TABLE users ADD a intt;").diagnosis()).isEmpty();
        assertThat(patient.failure("UPDATE users SET age = (SELECT u.age FROM users);")
                        .diagnosis())
                .isEmpty();
        assertThat(patient.failure("UPDATE users SET age = (SELECT nothing FROM users);")
                        .diagnosis())
                .isEmpty();
    }

    @Test
    void guardsADropOfWhatIsGone() {
        Diagnosis table = patient.fails("DROP TABLE logins;");
        assertThat(table.waysOut())
                .last()
                .satisfies(way -> patient.rewrites(way.sql().get(0)));
        patient.instance().downgrade("a");
        Diagnosis column = patient.fails("ALTER TABLE users DROP COLUMN phone;");
        assertThat(column.waysOut())
                .last()
                .satisfies(way -> patient.rewrites(way.sql().get(0)));
    }

    @Test
    void countsNulls() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER email SET NOT NULL;");
        assertThat(diagnosis.finding()).isEqualTo("1 row of users has a null in the column email.");
        assertThat(diagnosis.samples()).containsExactly("id = 3, email = NULL, age = NULL");
        patient.types(diagnosis.waysOut().get(1));
    }

    @Test
    void demandsAValueOfNewRowsOnly() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER email SET NOT NULL;");
        patient.rewrites(diagnosis.waysOut().get(2).sql().toArray(String[]::new));
        assertThatThrownBy(() -> patient.sql("INSERT INTO users VALUES (9)")).hasMessageContaining("email");
    }

    @Test
    void givesNullsTheDefaultOfTheirColumn() {
        patient.sql("ALTER TABLE users ALTER email SET DEFAULT 'none'");
        patient.types(patient.fails("ALTER TABLE users ALTER email SET NOT NULL;")
                .waysOut()
                .get(0));
        assertThat(patient.list("SELECT email FROM users WHERE id = 3")).containsExactly("none");
    }

    @Test
    void addsAColumnThatNewRowsHaveToFill() {
        Diagnosis diagnosis = patient.fails(
                "ALTER TABLE users ADD \"Born in\" text NOT NULL CHECK (length(\"Born in\") > 1), ADD b int;");
        assertThat(diagnosis.finding()).isEqualTo("3 rows of users would have a null in the new column \"Born in\".");
        patient.rewrites(diagnosis.waysOut().get(0).sql().toArray(String[]::new));
        assertThatThrownBy(() -> patient.sql("INSERT INTO users VALUES (9)")).hasMessageContaining("Born in");
    }

    @Test
    void numbersTheRowsOfANewKey() {
        patient.sql("ALTER TABLE users DROP COLUMN id");
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ADD COLUMN number bigint PRIMARY KEY;");
        patient.rewrites(diagnosis.waysOut().get(0).sql().get(0));
        assertThat(patient.list("SELECT number::text FROM users ORDER BY 1")).containsExactly("1", "2", "3");
    }

    @Test
    void offersNothingForAKeyThatWouldLeaveNulls() {
        assertThat(patient.fails("ALTER TABLE users DROP CONSTRAINT users_pkey, ADD PRIMARY KEY (email);")
                        .waysOut())
                .noneMatch(way -> way.sql().toString().contains("NOT VALID"));
    }

    @Test
    void showsGroupsOfDuplicates() {
        Diagnosis diagnosis = patient.fails("CREATE UNIQUE INDEX users_email ON users (email);");
        assertThat(diagnosis.finding()).isEqualTo("1 value of (email) occurs more than once in users.");
        assertThat(diagnosis.samples()).containsExactly("email = 'a', rows = 2");
        patient.types(diagnosis.waysOut().get(0));
        assertThat(patient.list("SELECT id::text FROM users ORDER BY id")).containsExactly("1", "3");
    }

    @Test
    void countsRowsThatACheckDoesNotHoldFor() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ADD CONSTRAINT grown CHECK (age >= 0);");
        assertThat(diagnosis.finding()).isEqualTo("1 row of users does not meet the check \"grown\".");
        patient.rewrites(diagnosis.waysOut().get(1).sql().get(0));
        patient.sql("UPDATE users SET age = 0 WHERE age < 0")
                .sql(diagnosis.waysOut().get(1).sql().get(1));
    }

    @Test
    void tellsOfNewEnumValues() {
        assertThat(patient.sql("CREATE TYPE mood AS ENUM ('sad')")
                        .fails("ALTER TYPE mood ADD VALUE 'ok'; SELECT 'ok'::mood;")
                        .waysOut()
                        .get(0)
                        .description())
                .contains("`-- transaction: off`");
    }

    @Test
    void namesTheOwner(TestDatabase database) {
        org.springframework.jdbc.core.simple.JdbcClient superuser =
                org.springframework.jdbc.core.simple.JdbcClient.create(database.superuserDataSource());
        superuser.sql("CREATE TABLE public.foreign_table (a int)").update();
        Diagnosis diagnosis = patient.fails("ALTER TABLE foreign_table ADD b int;");
        assertThat(diagnosis.finding())
                .startsWith("The role \"" + database.username()
                        + "\" is not the owner of public.foreign_table, which belongs to ");
        superuser.sql(diagnosis.waysOut().get(0).sql().get(0)).update();
        patient.succeeds();
    }
}
