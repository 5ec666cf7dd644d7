package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Repair;
import dev.revgraph.plan.RepairException;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.RepairReport.Item;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine cannot settle by itself is settled by a person, and the history says so. */
@PostgresTest
class RepairTest {

    private final TestDatabase database;
    private Revisions revisions;

    RepairTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).add("a", "base", "CREATE TABLE log (n int);", "DROP TABLE log;");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private MigrationEngine engine() {
        return instance().engine();
    }

    /** As a process leaves the row that is killed while the server works on statement 2 of {@code b}. */
    private void cutOff(String direction) {
        database.jdbc()
                .sql("CREATE PROCEDURE work() LANGUAGE sql AS 'INSERT INTO log VALUES (2)'")
                .update();
        String three = "INSERT INTO log VALUES (1); CALL work(); INSERT INTO log VALUES (3);";
        revisions.file(
                "b",
                "-- B",
                "-- revises: a",
                "-- transaction: off",
                "-- +upgrade",
                direction.equals("upgrade") ? three : "",
                "-- +downgrade",
                direction.equals("upgrade") ? "" : three);
        if (direction.equals("downgrade")) {
            instance().upgrade();
        }
        database.jdbc().sql("ALTER PROCEDURE work() RENAME TO hidden").update();
        assertThatThrownBy(() -> move(direction)).isInstanceOf(StatementFailedException.class);
        database.jdbc().sql("ALTER PROCEDURE hidden() RENAME TO work").update();
        database.jdbc()
                .sql("UPDATE migration_revision SET statements_started = 2, statement = 'CALL work()',"
                        + " backend_pid = 1, backend_start = now() WHERE state = 'running'")
                .update();
    }

    private void move(String direction) {
        if (direction.equals("upgrade")) {
            instance().upgrade();
        } else {
            instance().downgrade("a");
        }
    }

    private List<Integer> log() {
        return database.jdbc()
                .sql("SELECT n FROM log ORDER BY n")
                .query(Integer.class)
                .list();
    }

    private List<HistoryEntry> repairs() {
        return instance().history().stream()
                .filter(entry -> entry.operation().equals("repair"))
                .toList();
    }

    @Test
    void showsTheStatementInDoubtAndBothWaysOut() {
        assertThat(engine().repairs().repairs()).isEmpty();
        cutOff("upgrade");

        assertThat(engine().repairs().repairs()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("interrupted");
            assertThat(item.revision()).isEqualTo("b");
            assertThat(item.message()).contains("was cut off in statement 2");
            assertThat(item.statement()).isEqualTo("CALL work()");
            assertThat(item.commands()).containsExactly("repair --done b", "repair --again b");
        });
        assertThat(repairs()).isEmpty();
    }

    @Test
    void goesOnBehindAStatementThatIsSaidToBeDone() {
        cutOff("upgrade");
        assertThat(engine().preview(Repair.done("b")).repairs())
                .extracting(Item::message)
                .containsExactly("Statement 2 of the upgrade of revision \"b\" counts as done; the next `upgrade` goes"
                        + " on behind it.");
        assertThat(repairs()).isEmpty();

        engine().repair(Repair.done(null).because("the rows are there"));
        instance().upgrade();

        assertThat(log()).containsExactly(1, 3);
        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(repairs()).singleElement().satisfies(entry -> {
            assertThat(entry.revision()).isEqualTo("b");
            assertThat(entry.reason()).startsWith("the rows are there (Statement 2 of the upgrade");
            assertThat(entry.headsBefore()).containsExactly("a");
            assertThat(entry.headsAfter()).containsExactly("a");
        });
    }

    @Test
    void runsAStatementAgainThatIsSaidNotToBeDone() {
        cutOff("upgrade");

        engine().repair(Repair.again("b"));
        instance().upgrade();

        assertThat(log()).containsExactly(1, 2, 3);
    }

    @Test
    void settlesADowngradeAsWell() {
        cutOff("downgrade");

        engine().repair(Repair.again(null));
        instance().downgrade("a");

        assertThat(log()).containsExactly(1, 2, 3);
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void refusesToDecideWhatIsNotInDoubt() {
        assertThatThrownBy(() -> engine().repair(Repair.done(null)))
                .isInstanceOf(RepairException.class)
                .hasMessage("No revision was cut off. Nothing is changed.");
        cutOff("upgrade");
        assertThatThrownBy(() -> engine().repair(Repair.done("a")))
                .isInstanceOf(RepairException.class)
                .hasMessageContaining("\"a\" was not cut off, but \"b\" was");
        engine().repair(Repair.done("b"));
        assertThatThrownBy(() -> engine().repair(Repair.done("b")))
                .isInstanceOf(RepairException.class)
                .hasMessageContaining("none is in doubt");
        assertThatThrownBy(() -> engine().repair(Repair.acceptModified(List.of("a"))))
                .isInstanceOf(RepairException.class);
        assertThatThrownBy(() -> engine().repair(Repair.forget(List.of("a")))).isInstanceOf(RepairException.class);
    }

    @Test
    void acceptsAFileThatWasChangedOnPurpose() {
        revisions.add("a", "base", "CREATE TABLE log (n bigint);", "DROP TABLE log; SELECT 'new';");
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
        assertThat(engine().repairs().repairs()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("modified");
            assertThat(item.commands()).containsExactly("repair --accept-modified a");
        });

        engine().repair(Repair.acceptModified(List.of("a")));

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(engine().repairs().repairs()).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT downgrade_script FROM migration_revision")
                        .query(String.class)
                        .single())
                .contains("'new'");
        assertThat(instance().history()).extracting(HistoryEntry::operation).containsExactly("upgrade", "repair");
    }

    @Test
    void removesARowThatNoRevisionCanHaveWritten() {
        revisions.table("b", "a");
        instance().upgrade();
        database.jdbc()
                .sql("UPDATE migration_revision SET id = 'not it''s id' WHERE id = 'b'")
                .update();
        assertThat(engine().repairs().repairs()).extracting(Item::code).containsExactly("corrupt-record");

        engine().repair(Repair.forget(List.of("not it's id")));

        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        assertThat(repairs()).extracting(HistoryEntry::revision).containsExactly("not it's id");
    }

    @Test
    void endsTheSessionThatNobodyWantsToWaitFor() throws Exception {
        revisions.file(
                "b",
                "-- B",
                "-- revises: a",
                "-- transaction: off",
                "-- +upgrade",
                "INSERT INTO log VALUES (1);",
                "SELECT pg_sleep(CASE (SELECT count(*) FROM log) WHEN 1 THEN 600 ELSE 0 END);",
                "INSERT INTO log VALUES (3);",
                "-- +downgrade");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> atWork = other.submit(() -> instance().upgrade());
            awaitSleeper();
            assertThatThrownBy(() -> engine().repair(Repair.again("b")))
                    .isInstanceOfSatisfying(
                            RepairException.class,
                            refused -> assertThat(refused.action()).contains("`repair --end`"));

            engine().repair(Repair.end("b").because("its host is gone"));

            assertThatThrownBy(() -> atWork.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(MigrationException.class);
        } finally {
            other.shutdownNow();
        }
        assertThat(repairs())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason())
                        .startsWith("its host is gone; pid ")
                        .contains("The session at work on revision \"b\" is ended"));
        database.jdbc().sql("INSERT INTO log VALUES (2)").update();
        instance().upgrade();
        assertThat(log()).containsExactly(1, 2, 3);
    }

    private void awaitSleeper() throws InterruptedException {
        String sleeper = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                + " AND pid <> pg_backend_pid() AND query LIKE '%pg_sleep%'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (database.jdbc().sql(sleeper).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("the statement begins").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void endsNobodyWhereNobodyIsAtWork() {
        assertThatThrownBy(() -> engine().repair(Repair.end(null))).isInstanceOf(RepairException.class);
        cutOff("upgrade");

        assertThatThrownBy(() -> engine().repair(Repair.end(null)))
                .isInstanceOf(RepairException.class)
                .hasMessageContaining("Nobody is at work on revision \"b\"");
    }
}
