package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.plan.Repair;
import dev.revgraph.report.State;
import dev.revgraph.store.CorruptRecordException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** S08: a procedure that may commit by itself fails. What it had committed is neither lost sight of nor done twice. */
@PostgresTest
class FailedProcedureTest {

    /** In every mode of the driver, and where the session is changed, which has the mark sent by itself. */
    private static final String MODES = """
            EXTENDED, SELECT 1
            EXTENDED, SET work_mem = '8MB'
            SIMPLE, SELECT 1
            EXTENDED_FOR_PREPARED, SELECT 1
            EXTENDED_CACHE_EVERYTHING, SELECT 1
            """;

    private static final String HALF = "INSERT INTO log VALUES (2); COMMIT; INSERT INTO log VALUES (1 / wrong());";
    private static final String WHOLE = "INSERT INTO log VALUES (2); INSERT INTO log VALUES (1 / wrong());";

    /** An exception that is caught ends no transaction, only a part of it. */
    private static final String CAUGHT =
            "BEGIN INSERT INTO log VALUES (1 / 0); EXCEPTION WHEN division_by_zero THEN END;" + WHOLE;

    private static final String ROLLED_BACK =
            "INSERT INTO log VALUES (2); ROLLBACK; INSERT INTO log VALUES (1 / wrong());";

    private final TestDatabase database;
    private Revisions revisions;

    FailedProcedureTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .add(
                        "a",
                        "base",
                        "CREATE TABLE log (n int); CREATE FUNCTION wrong() RETURNS int LANGUAGE sql RETURN 0;",
                        "DROP TABLE log; DROP FUNCTION wrong();");
        Instance.on(database, revisions).upgrade();
    }

    private Instance instance(String mode) {
        PGSimpleDataSource dataSource = database.newDataSource();
        dataSource.setPreferQueryMode(PreferQueryMode.valueOf(mode));
        return Instance.on(dataSource, revisions);
    }

    private Instance instance() {
        return instance("EXTENDED");
    }

    private void call(String first, String body) {
        database.jdbc()
                .sql("CREATE OR REPLACE PROCEDURE work() LANGUAGE plpgsql AS $$ BEGIN " + body + " END $$")
                .update();
        revision(first, "CALL work()");
    }

    private void revision(String first, String second) {
        revisions.file(
                "b",
                "-- Revision b",
                "-- revises: a",
                "-- transaction: off",
                "-- +upgrade",
                first + ";",
                second + ";",
                "INSERT INTO log VALUES (3);",
                "-- +downgrade",
                "TRUNCATE log;");
    }

    /** What is wrong is right from now on. */
    private void correct() {
        database.jdbc()
                .sql("CREATE OR REPLACE FUNCTION wrong() RETURNS int LANGUAGE sql RETURN 1")
                .update();
    }

    private List<Integer> log() {
        return database.jdbc()
                .sql("SELECT n FROM log ORDER BY n")
                .query(Integer.class)
                .list();
    }

    private void assertInDoubt(ThrowingCallable upgrade, Instance instance) {
        assertThatThrownBy(upgrade)
                .isInstanceOfSatisfying(StatementFailedException.class, failure -> {
                    assertThat(failure.isHalfWay()).isTrue();
                    assertThat(failure.action()).contains("`repair --again b`", "`repair --done b`");
                })
                .hasMessageContaining("statement 2 of 3")
                .hasMessageContaining("what it had committed until then stays");
        assertThatThrownBy(instance::upgrade)
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("was cut off in statement 2");
        assertThat(instance.status().state()).isEqualTo(State.INVALID);
    }

    @ParameterizedTest
    @CsvSource(textBlock = MODES)
    void isDecidedByAPersonIfItHadCommitted(String mode, String first) {
        call(first, HALF);
        Instance instance = instance(mode);

        assertInDoubt(instance::upgrade, instance);

        assertThat(log()).containsExactly(2);
        correct();
        instance.engine().repair(Repair.again("b"));
        instance.upgrade();
        assertThat(log()).containsExactly(1, 2, 2, 3);
    }

    @ParameterizedTest
    @CsvSource(textBlock = MODES)
    void isRunAgainIfItHadNot(String mode, String first) {
        for (String body : List.of(WHOLE, CAUGHT)) {
            call(first, body);
            assertThatThrownBy(instance(mode)::upgrade)
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            failure -> assertThat(failure.isHalfWay()).isFalse())
                    .hasMessageContaining("the next run goes on with this one");
            assertThat(log()).isEmpty();
        }
        correct();

        instance(mode).upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
    }

    /** That too ends a transaction; from outside the one cannot be told from the other. */
    @Test
    void isDecidedByAPersonIfItHadRolledBack() {
        call("SELECT 1", ROLLED_BACK);

        assertInDoubt(instance()::upgrade, instance());
    }

    @Test
    void isRunAgainIfTheServerDoesNotEvenKnowIt() {
        revision("SELECT 1", "CALL nowhere()");
        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        call("SELECT 1", "INSERT INTO log VALUES (2); COMMIT;");

        instance().upgrade();

        assertThat(log()).containsExactly(2, 3);
    }

    @Test
    void isTriedAgainForWantOfALockIfItHadNotCommitted() throws Exception {
        call("SELECT 1", "INSERT INTO log VALUES (2); COMMIT;");
        try (var other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE log IN EXCLUSIVE MODE");
            instance()
                    .with(s -> s.lockTimeout(Duration.ofMillis(50)))
                    .listening(event -> {
                        if (event instanceof MigrationEvent.LockRetried) {
                            Locks.release(other);
                        }
                    })
                    .upgrade();
        }

        assertThat(log()).containsExactly(2, 3);
    }

    /** The row of the revision is another run's by now, which must not be taken for one that has stopped. */
    @Test
    void leavesTheRowOfAnotherRunAlone() {
        call(
                "SELECT 1",
                "UPDATE migration_revision SET statements_started = 8, statements_finished = 7, backend_pid = 99 WHERE id = 'b';");

        assertThatThrownBy(instance()::upgrade).isInstanceOf(CorruptRecordException.class);

        assertThat(database.jdbc()
                        .sql("SELECT statements_started || ' ' || statements_finished || ' ' || backend_pid"
                                + " FROM migration_revision WHERE id = 'b'")
                        .query(String.class)
                        .single())
                .isEqualTo("8 7 99");
    }

    @Test
    void isTriedAgainIfItsMarkDidNotGetALock() throws Exception {
        database.jdbc()
                .sql("CREATE PROCEDURE work() LANGUAGE sql AS 'INSERT INTO log VALUES (2)'")
                .update();
        revisions.file(
                "b", "-- B", "-- revises: a", "-- transaction: off", "-- +upgrade", "CALL work();", "-- +downgrade");
        try (var other = database.dataSource().getConnection()) {
            instance()
                    .with(s -> s.lockTimeout(Duration.ofMillis(50)))
                    .listening(event -> {
                        if (event instanceof MigrationEvent.RevisionStarted) {
                            Locks.hold(other, "SELECT FROM migration_revision WHERE id = 'b' FOR UPDATE");
                        } else if (event instanceof MigrationEvent.LockRetried) {
                            Locks.release(other);
                        }
                    })
                    .upgrade();
        }

        assertThat(log()).containsExactly(2);
    }

    @Test
    void isFoundOutToCommitInADoBlock() {
        call("SELECT 1", "INSERT INTO log VALUES (2); COMMIT;");
        revision("SELECT 1", "DO $$ BEGIN CALL work(); END $$");

        instance().upgrade();

        assertThat(log()).containsExactly(2, 3);
    }

    /** The server has answered; it is another one that it has not reached. */
    @Test
    void isNotALostConnectionIfAnotherServerIsNotReached() {
        revision("SELECT 1", "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p");
        Instance superuser = Instance.on(database.superuserDataSource(), revisions);

        assertThatThrownBy(superuser::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("SQLSTATE 08")
                .hasMessageContaining("the next run goes on with this one");

        assertThat(instance().status().state()).isEqualTo(State.PENDING);
    }
}
