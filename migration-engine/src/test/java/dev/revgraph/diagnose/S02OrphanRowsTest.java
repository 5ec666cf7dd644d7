package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign key fails on rows that exist. */
@PostgresTest
class S02OrphanRowsTest {

    private static final String TABLES = """
            CREATE TABLE users (id bigint PRIMARY KEY);
            CREATE TABLE logins (user_id bigint NOT NULL, name text);
            """;

    private static final String KEY =
            "ALTER TABLE logins ADD CONSTRAINT logins_user_fk FOREIGN KEY (user_id) REFERENCES users (id);";

    private final TestDatabase database;
    private final Path folder;

    S02OrphanRowsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private Patient patient() {
        return Patient.with(database, folder, TABLES)
                .sql("INSERT INTO users VALUES (1)")
                .sql("INSERT INTO logins VALUES (1), (7), (7), (8)");
    }

    @Test
    void countsAndSamplesTheOrphansAndDeletesThem() {
        Patient patient = patient();
        Diagnosis diagnosis = patient.fails(KEY);
        assertThat(diagnosis.finding())
                .isEqualTo("3 rows of logins have a (user_id) that does not exist in users (id), so the key"
                        + " \"logins_user_fk\" cannot hold.");
        assertThat(diagnosis.samples()).containsExactly("user_id = 7, rows = 2", "user_id = 8, rows = 1");
        assertThat(patient.rows(diagnosis)).isEqualTo(2);
        patient.types(diagnosis.waysOut().get(0));
        assertThat(patient.list("SELECT user_id::text FROM logins")).containsExactly("1");
    }

    @Test
    void offersTheKeyForNewRowsFirst() {
        Patient patient = patient();
        WayOut way = patient.fails(KEY).waysOut().get(1);
        patient.rewrites(way.sql().get(0));
        patient.sql("DELETE FROM logins WHERE user_id > 1").sql(way.sql().get(1));
        assertThat(patient.list("SELECT convalidated::text FROM pg_constraint WHERE conname = 'logins_user_fk'"))
                .containsExactly("true");
    }

    @Test
    void offersRowsWithoutWhatTheyReferTo() {
        Patient patient = patient();
        patient.rewrites(patient.fails(KEY).waysOut().get(2).sql().toArray(String[]::new));
        patient.sql("DELETE FROM users");
        assertThat(patient.list("SELECT count(*)::text FROM logins WHERE user_id IS NULL"))
                .containsExactly("4");
    }

    @Test
    void readsAKeyWithoutANameOfSeveralColumnsAndOptions() {
        Patient patient = Patient.with(database, folder, """
                CREATE TABLE "Users?" (tenant int, "the id" int, PRIMARY KEY (tenant, "the id"));
                CREATE TABLE logins (tenant int, "user" int);
                """).sql("INSERT INTO logins VALUES (1, 2), (1, NULL)");
        Diagnosis diagnosis = patient.fails(
                "ALTER TABLE logins ADD FOREIGN KEY (tenant, \"user\") REFERENCES \"Users?\" ON DELETE CASCADE;");
        assertThat(diagnosis.samples()).containsExactly("tenant = 1, user = 2, rows = 1");
        assertThat(diagnosis.waysOut().get(1).sql().get(0)).endsWith("ON DELETE CASCADE NOT VALID");
        patient.types(diagnosis.waysOut().get(0));
    }

    @Test
    void explainsTheValidationOfAKeyThatExists() {
        Patient patient = patient();
        patient.sql(KEY.replace(";", " NOT VALID"));
        Diagnosis diagnosis = patient.fails("ALTER TABLE logins VALIDATE CONSTRAINT logins_user_fk;");
        assertThat(diagnosis.finding()).startsWith("3 rows of logins ");
        patient.types(diagnosis.waysOut().get(0));
    }

    @Test
    void doesNotBlameRowsThatTheRevisionItselfMadeAndThatAreGone() {
        Patient patient = Patient.with(database, folder, TABLES);
        Diagnosis diagnosis = patient.fails("INSERT INTO logins VALUES (9);\n" + KEY);
        assertThat(diagnosis.finding()).contains("come from an earlier statement of the revision");
        assertThat(diagnosis.samples()).isEmpty();
    }

    @Test
    void namesTheKeyThatNewRowsAreAgainst() {
        Patient patient = patient();
        patient.sql("DELETE FROM logins WHERE user_id > 1").sql(KEY.replace(";", ""));
        assertThat(patient.fails("INSERT INTO logins VALUES (5);").finding())
                .contains("\"logins_user_fk\" of logins says FOREIGN KEY (user_id) REFERENCES users (id)");
    }

    @Test
    void keepsHostileValuesInOneShortLine() {
        Patient patient = Patient.with(
                        database, folder, "CREATE TABLE u (id text PRIMARY KEY); CREATE TABLE l (user_id text);")
                .sql("INSERT INTO l VALUES (E'O''Neil\\n\\x1b[31m\"' || repeat('x', 100000))");
        StatementFailedException failure =
                patient.failure("ALTER TABLE l ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES u;");
        assertThat(failure.details())
                .contains("O'Neil")
                .doesNotContain("\u001b")
                .hasSizeLessThan(5000);
        Diagnosis diagnosis = failure.diagnosis().orElseThrow();
        assertThat(diagnosis.samples())
                .singleElement()
                .asString()
                .startsWith("user_id = 'O''Neil\\n\\u001b[31m\"xxx")
                .endsWith("…', rows = 1")
                .hasSizeLessThan(120);
        patient.types(diagnosis.waysOut().get(0));
    }

    @Test
    void showsNoValuesWhereTheyAreSwitchedOff() {
        Diagnosis diagnosis = patient().withoutSamples().fails(KEY);
        assertThat(diagnosis.finding()).startsWith("3 rows");
        assertThat(diagnosis.samples()).isEmpty();
    }
}
