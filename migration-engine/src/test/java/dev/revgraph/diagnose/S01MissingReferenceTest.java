package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new table refers to a table that is missing, or that has no key. */
@PostgresTest
class S01MissingReferenceTest {

    private static final String USAGE_LOGS = """
            CREATE TABLE usage_logs (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                user_id bigint NOT NULL REFERENCES users (id),
                parent_id bigint REFERENCES usage_logs (id),
                amount numeric(10, 2) NOT NULL DEFAULT 0 CHECK (amount >= 0 AND amount < 1000000),
                one int, two int, three int, four int, five int, six int, seven int, eight int, nine int, ten int,
                tier_id bigint, CONSTRAINT usage_logs_tier_fk FOREIGN KEY (tier_id) REFERENCES subscription_tiers (id)
            );
            """;

    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email text);";

    private final TestDatabase database;
    private final Path folder;

    S01MissingReferenceTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Test
    void namesTheMissingTableAndANearOne() {
        Patient patient =
                Patient.with(database, folder, USERS + "CREATE TABLE subscription_tier (id bigint PRIMARY KEY);");
        Diagnosis diagnosis = patient.fails(USAGE_LOGS);
        assertThat(diagnosis.finding())
                .startsWith("The table \"subscription_tiers\" that a foreign key refers to does not exist")
                .endsWith("There is a \"subscription_tier\".");
        assertThat(patient.list("SELECT relname FROM pg_class WHERE relname = 'usage_logs'"))
                .isEmpty();
        patient.rewrites(
                USAGE_LOGS.replace("subscription_tiers", "subscription_tier").replace(";", ""));
    }

    @Test
    void findsItInAnotherSchema() {
        Patient patient = Patient.with(
                database,
                folder,
                USERS + "CREATE SCHEMA billing; CREATE TABLE billing.subscription_tiers (id bigint PRIMARY KEY);");
        Diagnosis diagnosis = patient.fails(USAGE_LOGS);
        assertThat(diagnosis.finding())
                .contains("the schemas of the search_path (", "There is billing.subscription_tiers.");
        patient.rewrites(USAGE_LOGS
                .replace("subscription_tiers", "billing.subscription_tiers")
                .replace(";", ""));
    }

    @Test
    void knowsTheRevisionThatWouldMakeIt() {
        Patient patient = Patient.with(database, folder, USERS);
        patient.revisions()
                .add(
                        "z_tiers",
                        "base",
                        "CREATE TABLE IF NOT EXISTS subscription_tiers (id bigint PRIMARY KEY);",
                        "DROP TABLE subscription_tiers;");
        patient.revisions().add("b", "a", USAGE_LOGS, "");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                dev.revgraph.run.StatementFailedException.class,
                                () -> patient.instance().upgrade("b"))
                        .diagnosis()
                        .orElseThrow()
                        .text())
                .contains(
                        "Revision \"z_tiers\" creates it, and is not applied.",
                        "`-- depends-on: z_tiers` into the header of \"b\"");
        patient.revisions()
                .file(
                        "b",
                        "-- b",
                        "-- revises: a",
                        "-- depends-on: z_tiers",
                        "-- +upgrade",
                        USAGE_LOGS,
                        "-- +downgrade");
        patient.instance().upgrade("b");
    }

    @Test
    void doesNotMissWhatTheSameRevisionMadeBefore() {
        Patient patient = Patient.with(database, folder, "SELECT 1;");
        Diagnosis diagnosis =
                patient.fails(USERS + "CREATE TABLE subscription_tier (id bigint PRIMARY KEY);" + USAGE_LOGS);
        assertThat(diagnosis.finding())
                .startsWith("The table \"subscription_tiers\"")
                .doesNotContain("users");
    }

    @Test
    void namesTheKeyThatIsMissingAndThoseThatExist() {
        Patient patient = Patient.with(database, folder, USERS).sql("INSERT INTO users VALUES (1, 'a'), (2, 'b')");
        Diagnosis diagnosis = patient.fails("CREATE TABLE mails (email text REFERENCES users (email));");
        assertThat(diagnosis.finding())
                .isEqualTo("users has no primary key or unique constraint on (email), and a foreign key can refer to"
                        + " nothing else. Its keys: PRIMARY KEY (id).");
        patient.types(diagnosis.waysOut().get(0));
    }

    @Test
    void countsWhatStandsAgainstTheMissingKey() {
        Patient patient = Patient.with(database, folder, USERS)
                .sql("INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, NULL), (5, NULL)");
        Diagnosis diagnosis = patient.fails("CREATE TABLE mails (email text REFERENCES users (email));");
        assertThat(diagnosis.finding()).endsWith("1 value of (email) occurs more than once in users.");
        assertThat(diagnosis.samples()).containsExactly("email = 'a', rows = 2");
        patient.sql("DELETE FROM users WHERE id = 2");
        patient.types(diagnosis.waysOut().get(0));
    }

    @Test
    void givesATableItsPrimaryKey() {
        Patient patient = Patient.with(database, folder, "CREATE TABLE users (id bigint NOT NULL);");
        Diagnosis diagnosis = patient.fails("CREATE TABLE mails (user_id bigint REFERENCES users);");
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "users has no primary key, and a foreign key that names no columns refers to it. It has no key"
                                + " at all.");
        patient.types(diagnosis.waysOut().get(0));
    }
}
