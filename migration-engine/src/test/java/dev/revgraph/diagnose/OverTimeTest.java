package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A statement runs into its time-out. */
@PostgresTest
@Timeout(60)
class OverTimeTest {

    private static final String SLOW = "UPDATE users SET name = (SELECT name FROM pg_sleep(30));";

    private final TestDatabase database;
    private final Patient patient;

    OverTimeTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.patient = Patient.with(database, folder, """
                        CREATE TABLE users (id int PRIMARY KEY, name text);
                        CREATE FUNCTION slow(text) RETURNS text LANGUAGE plpgsql IMMUTABLE
                            AS $$ BEGIN PERFORM pg_sleep(30); RETURN $1; END $$;
                        """)
                .sql("INSERT INTO users SELECT i, 'x' FROM generate_series(1, 1000) AS i")
                .sql("ANALYZE users");
    }

    @Test
    void namesTheLimitOfTheHeaderAndTheSizeOfTheTable() {
        Diagnosis diagnosis = patient.fails("-- statement-timeout: 1s", SLOW);
        assertThat(diagnosis.finding())
                .startsWith("The statement ran for 1s, which is all that it may: the limit is the revision's own,"
                        + " `-- statement-timeout:` in its header. The table users has ")
                .contains(" kB of it are indexes), about 1000 rows.");
        assertThat(diagnosis.waysOut().get(0).description())
                .contains("`-- statement-timeout: 1min` into the header of \"b\"");
        assertThat(diagnosis.waysOut().get(1).description()).contains("context.batches(…)");
        patient.revisions()
                .file(
                        "b",
                        "-- b",
                        "-- revises: a",
                        "-- statement-timeout: 1min",
                        "-- +upgrade",
                        SLOW.replace("30", "0.2"),
                        "-- +downgrade");
        patient.succeeds();
    }

    @Test
    void namesTheConfiguredLimitAndTheRevisionsOwnSet() {
        patient.with(settings -> settings.statementTimeout(Duration.ofSeconds(1)));
        assertThat(patient.fails(SLOW).finding())
                .startsWith("The statement ran for 1s, which is all that it may: the limit is"
                        + " `migration.statement-timeout`.");
        assertThat(patient.fails("SET LOCAL statement_timeout = '1200ms'; " + SLOW)
                        .finding())
                .contains("ran for 1200ms", "the limit is `SET LOCAL statement_timeout = '1200ms'` in the revision.");
    }

    @Test
    void namesTheLimitOfTheRole() {
        patient.sql("ALTER ROLE " + database.username() + " SET statement_timeout = '2s'");
        Diagnosis diagnosis = patient.fails(SLOW);
        assertThat(diagnosis.finding())
                .contains("ran for 2s", "`statement_timeout` of the server, the database or the role.");
    }

    @Test
    void offersToBuildAnIndexConcurrently() {
        Diagnosis diagnosis =
                patient.fails("-- statement-timeout: 1s", "CREATE INDEX users_name ON users (slow(name));");
        WayOut concurrently = diagnosis.waysOut().get(1);
        assertThat(concurrently.sql()).containsExactly("CREATE INDEX CONCURRENTLY users_name ON users (slow(name))");
        patient.revisions()
                .file(
                        "b",
                        "-- b",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- statement-timeout: 1min",
                        "-- +upgrade",
                        concurrently.sql().get(0).replace("slow(name)", "name") + ";",
                        "-- +downgrade");
        patient.succeeds();
    }

    @Test
    void findsItOutsideATransactionToo() {
        assertThat(patient.fails("-- transaction: off\n-- statement-timeout: 1s", SLOW)
                        .finding())
                .contains("ran for 1s");
    }

    @Test
    void saysNothingOfACancellationThatSomebodyAskedFor() {
        assertThat(patient.with(settings -> settings.statementTimeout(Duration.ofMinutes(1)))
                        .failure("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(9);")
                        .diagnosis())
                .isEmpty();
        assertThat(patient.with(settings -> settings.statementTimeout(Duration.ZERO))
                        .failure("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(9);")
                        .diagnosis())
                .isEmpty();
    }

    @Revision(id = "b", revises = "a", statementTimeout = "1s")
    static final class Slow implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql("SELECT :n").param("n", 1).query(Integer.class).single();
            context.jdbc()
                    .sql("UPDATE users SET name = (SELECT :name FROM pg_sleep(30))")
                    .param("name", "y")
                    .update();
        }
    }

    @Test
    void namesTheLimitOfAJavaRevision() {
        Diagnosis diagnosis = patient.code(new Slow()).fails();
        assertThat(diagnosis.finding()).contains("`@Revision(statementTimeout = …)`", "The table users has ");
        assertThat(diagnosis.waysOut().get(0).description()).contains("`statementTimeout = \"1min\"`");
    }
}
