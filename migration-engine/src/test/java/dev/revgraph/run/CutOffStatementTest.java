package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** S08: another statement is cut off, by the death of the client or of the server process. */
class CutOffStatementTest extends CutOffRun {

    CutOffStatementTest(TestDatabase database) throws Exception {
        super(database);
    }

    @Test
    void aStatementThatCanBeUndoneCountsWithItsCommitOrNotAtAll() throws Exception {
        off("INSERT INTO log SELECT 2 FROM pg_sleep(3600)", "");
        Future<RunReport> run = startAndHang("INSERT INTO log SELECT");
        terminate("INSERT INTO log SELECT");
        hasFailed(run);
        off("INSERT INTO log SELECT 2 FROM pg_sleep(0)", "");

        instance().upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
        assertThat(history()).containsExactly("done");
    }

    @Test
    void aStatementThatTheServerIsStillRunningIsWaitedFor() throws Exception {
        theServerWorksOnAlone();
        off("INSERT INTO log SELECT 2 FROM pg_sleep(6)", "");
        Future<RunReport> run = startAndHang("INSERT INTO log SELECT");
        connections.cutOff();
        hasFailed(run);

        instance().upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
    }

    @Test
    void aPartitionThatIsHalfDetachedIsFinalised() throws Exception {
        database.jdbc().sql("CREATE TABLE p (n int) PARTITION BY RANGE (n)").update();
        database.jdbc()
                .sql("CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10)")
                .update();
        off("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY", "");
        write("p");
        Future<RunReport> run = startAndHang("ALTER TABLE p DETACH");
        terminate("ALTER TABLE p DETACH");
        hasFailed(run);
        writer.rollback();

        instance().upgrade();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_inherits")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log()).containsExactly(1, 3);
    }

    /** With a limit of its own it gives up half way, and is finished by the next attempt of the same run. */
    @Test
    void aPartitionThatIsHalfDetachedForWantOfALockIsFinalised() throws Exception {
        database.jdbc().sql("CREATE TABLE p (n int) PARTITION BY RANGE (n)").update();
        database.jdbc()
                .sql("CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10)")
                .update();
        revisions.file(
                "b",
                "-- Revision b",
                "-- revises: a",
                "-- transaction: off",
                "-- lock-timeout: 300ms",
                "-- +upgrade",
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;",
                "-- +downgrade");
        write("p");

        instance()
                .listening(event -> {
                    if (event instanceof MigrationEvent.LockRetried) {
                        Locks.release(writer);
                    }
                })
                .upgrade();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_inherits")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aProcedureThatCommitsIsDecidedByAPerson() throws Exception {
        database.jdbc().sql("""
                CREATE PROCEDURE work() LANGUAGE plpgsql AS $$
                BEGIN INSERT INTO log VALUES (2); COMMIT; PERFORM pg_sleep(3600); END $$
                """).update();
        off("CALL work()", "");
        Future<RunReport> run = startAndHang("CALL");
        terminate("CALL");
        hasFailed(run);

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(
                        InvalidStateException.class,
                        refused -> assertThat(refused.action()).contains("`repair --done b`", "`repair --again b`"))
                .hasMessageContaining("was cut off in statement 2");
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
    }
}
