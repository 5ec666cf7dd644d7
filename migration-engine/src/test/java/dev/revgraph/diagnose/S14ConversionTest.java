package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
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
}
