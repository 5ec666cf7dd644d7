package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.LockTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A revision and another session wait for each other. */
@PostgresTest
@Timeout(60)
class DeadlockTest {

    private static final String RAISED = """
            UPDATE users SET name = 'x';
            DO $$ BEGIN RAISE EXCEPTION 'two wait for each other' USING ERRCODE = '40P01'; END $$;
            """;

    /** Ends once another session waits for the lock that the revision holds. */
    private static final String UNTIL_THE_OTHER_ONE_WAITS = """
            DO $$ BEGIN
                FOR i IN 1 .. 2000 LOOP
                    EXIT WHEN EXISTS (
                        SELECT FROM pg_locks
                         WHERE NOT granted AND relation = '"Log''s"'::regclass
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database()));
                    PERFORM pg_sleep(0.02);
                END LOOP;
            END $$;
            """;

    private final TestDatabase database;
    private final Patient patient;

    DeadlockTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.patient = Patient.with(
                        database, folder, "CREATE TABLE users (id int, name text); CREATE TABLE \"Log's\" (id int);")
                .with(settings -> settings.lockRetries(0));
    }

    private LockTimeoutException failure(String upgrade) {
        patient.revisions().add("b", "a", upgrade, "");
        LockTimeoutException failure = catchThrowableOfType(
                LockTimeoutException.class, () -> patient.instance().upgrade());
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void saysWhatItMeansAndThatNobodyIsInTheWayAnyMore() {
        LockTimeoutException failure = failure(RAISED);
        assertThat(failure).hasMessageContaining("Revision \"b\" runs into a deadlock, 1 time (");
        assertThat(failure.action()).startsWith("Run the command again");
        assertThat(failure.diagnosis().orElseThrow().finding())
                .isEqualTo("Two transactions waited for each other, each for a lock that the other held, and the server"
                        + " ended this one. The revision uses users; at this moment nobody else holds a lock on that.");
        patient.revisions().add("b", "a", "SELECT 1;", "");
        patient.succeeds();
    }

    @Test
    void namesWhoHoldsLocksOnItsTables() throws Exception {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE \"Log's\" IN ROW EXCLUSIVE MODE");
            Diagnosis diagnosis = failure("INSERT INTO \"Log's\" VALUES (1);" + RAISED)
                    .diagnosis()
                    .orElseThrow();
            assertThat(diagnosis.finding())
                    .endsWith("The revision uses \"Log's\", users; these sessions hold locks on that at this moment:");
            assertThat(diagnosis.samples())
                    .singleElement()
                    .asString()
                    .startsWith("pid = ")
                    .contains(
                            "user = '" + database.username() + "'",
                            "locks = '\"Log''s\" RowExclusiveLock'",
                            "state = 'idle in transaction'",
                            "query = 'LOCK TABLE \"Log''s\" IN");
            assertThat(patient.rows(diagnosis)).isEqualTo(1);
            other.rollback();
        }
    }

    @Test
    void namesThemWithoutTheirQueriesWhereValuesAreSwitchedOff() throws Exception {
        patient.withoutSamples();
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE users IN ROW EXCLUSIVE MODE");
            assertThat(failure(RAISED).details()).doesNotContain("query = '").contains("All of them:\n");
            other.rollback();
        }
    }

    /** The other session waits with a longer patience, so that the server ends the revision and not it. */
    @Test
    void explainsARealOne() throws Exception {
        try (Connection other = database.superuserDataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SET deadlock_timeout = '50s'");
            statement.execute("SET lock_timeout = '50s'");
            statement.execute("LOCK TABLE public.users");
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    while (!isLocked("\"Log's\"")) {
                        Thread.sleep(25);
                    }
                    statement.execute("LOCK TABLE public.\"Log's\"");
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            });
            LockTimeoutException failure =
                    failure("LOCK TABLE \"Log's\";\n" + UNTIL_THE_OTHER_ONE_WAITS + "ALTER TABLE users ADD born date;");
            waiting.join();
            assertThat(failure.diagnosis().orElseThrow().samples())
                    .singleElement()
                    .asString()
                    .contains("users Access");
            other.rollback();
        }
        patient.rewrites("LOCK TABLE \"Log's\"", "ALTER TABLE users ADD born date");
    }

    private boolean isLocked(String table) {
        return !patient.list("SELECT mode FROM pg_locks WHERE granted AND mode = 'AccessExclusiveLock' AND relation = '"
                        + table.replace("'", "''") + "'::regclass AND database = (SELECT oid FROM pg_database WHERE"
                        + " datname = current_database())")
                .isEmpty();
    }
}
