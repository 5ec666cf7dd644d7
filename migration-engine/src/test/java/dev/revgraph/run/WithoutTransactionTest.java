package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code transaction: off}: statement by statement, and what is left when one fails. */
@PostgresTest
class WithoutTransactionTest {

    private final TestDatabase database;
    private Revisions revisions;

    WithoutTransactionTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private void off(String id, String revises, String upgrade, String downgrade) {
        revisions.file(
                id,
                "-- Revision " + id,
                "-- revises: " + revises,
                "-- transaction: off",
                "-- +upgrade",
                upgrade,
                "-- +downgrade",
                downgrade);
    }

    private Instance instance() {
        return Instance.on(database, revisions).with(s -> s.lockTimeout(Duration.ofMillis(50)));
    }

    private RevisionReport report(String id) {
        return instance().engine().revision(id).orElseThrow();
    }

    private int finished(String id) {
        return Objects.requireNonNull(report(id).record()).statementsFinished();
    }

    private List<Integer> log() {
        return database.jdbc()
                .sql("SELECT n FROM log ORDER BY n")
                .query(Integer.class)
                .list();
    }

    @Test
    void keepsWhatCommittedBeforeAFailureAndGoesOnWithTheCorrectedStatement() {
        off(
                "a",
                "base",
                "CREATE TABLE log (n int);\nINSERT INTO log VALUES (1);\nINSERT INTO lock VALUES (2);\nINSERT INTO log VALUES (3);",
                "DROP TABLE log;");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("statement 3 of 4")
                .hasMessageContaining("a.sql:7")
                .hasMessageContaining("the next run goes on with this one");

        assertThat(log()).containsExactly(1);
        assertThat(report("a").state()).isEqualTo("running");
        assertThat(finished("a")).isEqualTo(2);
        assertThat(instance().status().state()).isEqualTo(State.PENDING);

        off(
                "a",
                "base",
                "CREATE TABLE log (n int);\nINSERT INTO log VALUES (1);\nINSERT INTO log VALUES (2);\nINSERT INTO log VALUES (3);",
                "DROP TABLE log; -- corrected");
        instance().upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
        assertThat(report("a").state()).isEqualTo("applied");
        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance().history())
                .extracting(entry -> entry.revision() + " " + entry.outcome())
                .containsExactly("a failed", "a done");
    }

    @Test
    void goesOnWithADowngradeThatFailed() {
        off(
                "a",
                "base",
                "CREATE TABLE log (n int); CREATE TABLE x (n int)",
                "INSERT INTO log VALUES (1); DROP TABLE y; DROP TABLE x;");
        instance().upgrade();
        assertThatThrownBy(() -> instance().downgrade("base")).isInstanceOf(StatementFailedException.class);
        assertThat(instance().status().current()).containsExactly("a");
        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("The downgrade of revision \"a\" was cut off");

        off(
                "a",
                "base",
                "CREATE TABLE log (n int); CREATE TABLE x (n int)",
                "INSERT INTO log VALUES (1); DROP TABLE IF EXISTS y; DROP TABLE x;");
        instance().downgrade("base");

        assertThat(log()).containsExactly(1);
        assertThat(instance().status().current()).isEmpty();
        assertThat(report("a").state()).isEqualTo("pending");
    }

    @Test
    void isNotRepeatedWhereNobodyKnowsWhetherAStatementTookEffect() {
        off("a", "base", "CREATE TABLE log (n int); INSERT INTO nowhere VALUES (1);", "DROP TABLE log;");
        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        // As a process leaves it that is killed in the middle of statement 2.
        database.jdbc()
                .sql("UPDATE migration_revision SET statements_started = 2, backend_pid = 1, backend_start = now()")
                .update();

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(
                        InvalidStateException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INTERRUPTED))
                .hasMessageContaining("was cut off in statement 2");
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
    }

    @Test
    void goesOnBehindAProcessThatDiedBetweenTwoStatements() {
        off("a", "base", "CREATE TABLE log (n int); INSERT INTO log VALUES (1/0); INSERT INTO log VALUES (2);", "");
        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        database.jdbc()
                .sql("UPDATE migration_revision SET statements_started = 2, statements_finished = 2,"
                        + " backend_pid = 1, backend_start = now()")
                .update();

        instance().upgrade();

        assertThat(log()).containsExactly(2);
    }

    /** The connection lives on in a pool; whoever waited for it would wait in vain. */
    @Test
    void isCarriedOnAtOnceIfItsEndCouldNotBeRecorded() {
        off("a", "base", "CREATE TABLE log (n int);", "DROP TABLE log;");
        database.jdbc().sql("CREATE TABLE other (id int)").update();
        instance().stamp("base");
        database.jdbc().sql("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$
                """).update();
        database.jdbc().sql("""
                CREATE TRIGGER refuse BEFORE INSERT ON migration_history FOR EACH ROW
                  WHEN (new.outcome = 'done' AND new.operation = 'upgrade') EXECUTE FUNCTION refuse()
                """).update();
        try (var pool = database.pool(1)) {
            assertThatThrownBy(Instance.on(pool, revisions)::upgrade).isInstanceOf(MigrationException.class);
            database.jdbc().sql("DROP TRIGGER refuse ON migration_history").update();

            instance().with(s -> s.waitForLock(Duration.ofMillis(200))).upgrade();
        }

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
    }
}
