package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column's type change meets rows that do not convert. */
@PostgresTest
class S14ConversionTest {

    private static final String CHANGE = "ALTER TABLE users ALTER COLUMN phone TYPE integer USING phone::integer;";

    private final Patient patient;

    S14ConversionTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, "CREATE TABLE users (id int PRIMARY KEY, phone text);")
                .sql("INSERT INTO users VALUES (1, '123'), (2, ''), (3, NULL), (4, '+1 (555) 2'), (5, '99999999999')");
    }

    @Test
    void countsAndSamplesTheRowsThatDoNotConvert() {
        Diagnosis diagnosis = patient.fails(CHANGE);
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "The column phone of users is of type text and is to be integer. 3 rows of users do not convert.");
        assertThat(diagnosis.samples())
                .containsExactly("id = 2, phone = ''", "id = 4, phone = '+1 (555) 2'", "id = 5, phone = '99999999999'");
        assertThat(patient.rows(diagnosis)).isEqualTo(3);
    }

    @Test
    void everyWayOutWorks() {
        for (int i = 0; i < 3; i++) {
            WayOut way = patient.fails(CHANGE).waysOut().get(i);
            patient.rewrites(way.sql().toArray(String[]::new));
            assertThat(patient.list("SELECT phone::text FROM users WHERE phone IS NOT NULL"))
                    .containsExactly("123");
            patient.instance().downgrade("a");
            patient.sql("ALTER TABLE users ALTER COLUMN phone TYPE text")
                    .sql("UPDATE users SET phone = 'x' WHERE id = 2");
        }
    }

    @Test
    void saysHowWhatConvertsOnlyIfItIsToldTo() {
        patient.sql("DELETE FROM users WHERE id IN (2, 4, 5)").sql("ALTER TABLE users ALTER phone SET DEFAULT '7'");
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER phone TYPE int;");
        assertThat(diagnosis.finding()).contains("All of its values convert");
        patient.rewrites(diagnosis.waysOut().get(0).sql().toArray(String[]::new));
    }

    /** The first row converts; what became of the others depends on the way. */
    private void everyWayOutWorks(String change, String column, int ways) {
        for (int i = 0; i < ways; i++) {
            patient.sql("DROP TABLE IF EXISTS keyed")
                    .sql("CREATE TABLE keyed (code text PRIMARY KEY, phone text NOT NULL DEFAULT '')")
                    .sql("INSERT INTO keyed VALUES ('1', '7'), ('x', 'y'), ('z', '')");
            Diagnosis diagnosis = patient.fails(change);
            assertThat(diagnosis.finding()).contains("2 rows of keyed do not convert.");
            assertThat(diagnosis.waysOut()).hasSize(ways);
            patient.rewrites(diagnosis.waysOut().get(i).sql().toArray(String[]::new));
            assertThat(patient.list("SELECT " + column + "::text FROM keyed ORDER BY 1 LIMIT 1"))
                    .containsExactly(column.equals("code") ? "1" : "7");
            assertThat(patient.list("SELECT pg_typeof(" + column + ")::text FROM keyed LIMIT 1"))
                    .containsExactly("integer");
            patient.instance().downgrade("a");
        }
    }

    @Test
    void everyWayOutWorksForAColumnThatMayNotBeNull() {
        everyWayOutWorks("ALTER TABLE keyed ALTER phone TYPE integer USING phone::integer;", "phone", 3);
    }

    @Test
    void everyWayOutWorksForAPrimaryKey() {
        everyWayOutWorks("ALTER TABLE keyed ALTER code TYPE int USING code::int;", "code", 2);
    }

    @Test
    void everyWayOutWorksForAPrimaryKeyOfNumbers() {
        for (int i = 0; i < 2; i++) {
            patient.sql("DROP TABLE IF EXISTS keyed")
                    .sql("CREATE TABLE keyed (id bigint PRIMARY KEY)")
                    .sql("INSERT INTO keyed VALUES (7), (3000000000), (4000000000)");
            Diagnosis diagnosis = patient.fails("ALTER TABLE keyed ALTER id TYPE integer;");
            assertThat(diagnosis.finding()).contains("2 rows of keyed do not convert.");
            assertThat(diagnosis.waysOut()).hasSize(2);
            patient.rewrites(diagnosis.waysOut().get(i).sql().toArray(String[]::new));
            assertThat(patient.list("SELECT id::text FROM keyed ORDER BY id"))
                    .isEqualTo(i == 0 ? List.of("7") : List.of("7", "8", "9"));
            patient.instance().downgrade("a");
        }
    }

    @Test
    void goesByTheExpressionBehindUsing() {
        String change = "ALTER TABLE users ALTER COLUMN phone TYPE integer USING ";
        assertThat(patient.fails(change + "replace(phone, '+', '')::integer;").samples())
                .containsExactly("id = 2, phone = ''", "id = 4, phone = '+1 (555) 2'", "id = 5, phone = '99999999999'");
        Diagnosis some = patient.fails(change + "CAST(nullif(phone, '') AS integer);");
        assertThat(some.finding()).contains("2 rows of users do not convert.");
        Diagnosis untold = patient.fails(change + "nullif(phone, '')::integer + 1;");
        assertThat(untold.finding()).contains("The expression behind USING does not fit every row");
        patient.rewrites(some.waysOut().get(1).sql().toArray(String[]::new));
        assertThat(patient.list("SELECT phone::text FROM users WHERE phone IS NOT NULL"))
                .containsExactly("123");
    }
}
