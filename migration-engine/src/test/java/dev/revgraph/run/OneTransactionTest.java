package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.plan.Move;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.StepReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migration.transaction=all}: the whole run or nothing of it. */
@PostgresTest
class OneTransactionTest {

    private final TestDatabase database;
    private Revisions revisions;

    OneTransactionTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private Instance instance() {
        return Instance.on(database, revisions)
                .with(s -> s.transaction(TransactionMode.ALL).lockTimeout(Duration.ofMillis(50)));
    }

    private boolean exists(String table) {
        return database.jdbc()
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    @Test
    void appliesAndUndoesEverythingTogether() {
        revisions
                .table("a", "base")
                .table("b", "a")
                .table("c", "b")
                .repeatable("v", "CREATE OR REPLACE VIEW v AS SELECT * FROM t_a;")
                .add("d", "c", "", "DROP VIEW IF EXISTS v;");

        assertThat(instance().upgrade().steps())
                .extracting(StepReport::revision)
                .containsExactly("a", "b", "c", "d", "repeatable:v");
        assertThat(database.jdbc()
                        .sql("SELECT count(DISTINCT xmin::text) FROM migration_revision")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        assertThat(instance().downgrade("base").current()).isEmpty();
        assertThat(exists("t_a")).isFalse();
    }

    @Test
    void leavesNothingWhenTheLastRevisionFails() {
        revisions.table("a", "base").table("b", "a").add("c", "b", "SELECT 1 / 0;", "");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("\"c\"")
                .hasMessageContaining("nothing of the run remains");

        assertThat(exists("t_a")).isFalse();
        assertThat(instance().status().current()).isEmpty();
        assertThat(instance().history())
                .extracting(HistoryEntry::revision, HistoryEntry::outcome)
                .containsExactly(tuple("c", "failed"));
    }

    @Test
    void refusesBeforehandWhatRunsOutsideATransaction() {
        revisions
                .table("a", "base")
                .file("b", "-- Off", "-- revises: a", "-- transaction: off", "-- +upgrade", "VACUUM;", "-- +downgrade");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("\"b\" runs outside a transaction")
                .hasMessageContaining("Nothing is run.");
        assertThatThrownBy(() -> instance().engine().preview(Move.upgrade("head")))
                .isInstanceOf(InvalidStateException.class);

        assertThat(exists("t_a")).isFalse();
        assertThat(exists("migration_revision")).isFalse();
        assertThat(instance().upgrade("a").current()).containsExactly("a");
    }

    @Test
    void givesEachRevisionItsOwnTimeouts() {
        revisions
                .file(
                        "a",
                        "-- Own",
                        "-- revises: base",
                        "-- lock-timeout: 7s",
                        "-- statement-timeout: 1min",
                        "-- +upgrade",
                        show("a"),
                        "SET statement_timeout = '2min';",
                        "-- +downgrade")
                .add("b", "a", show("b"), "")
                .file("c", "-- Own", "-- revises: b", "-- lock-timeout: 8s", "-- +upgrade", show("c"), "-- +downgrade");

        instance().upgrade();

        assertThat(shown()).containsExactly("a 7s 1min", "b 50ms 0", "c 8s 0");
    }

    private static String show(String id) {
        return "CREATE TABLE IF NOT EXISTS shown (line text); INSERT INTO shown SELECT concat_ws(' ', '" + id
                + "', current_setting('lock_timeout'), current_setting('statement_timeout'));";
    }

    private List<String> shown() {
        return database.jdbc()
                .sql("SELECT line FROM shown ORDER BY line")
                .query(String.class)
                .list();
    }

    @Test
    void triesTheWholeRunAgainAfterALockTimeout() throws Exception {
        revisions.table("a", "base");
        instance().upgrade();
        revisions.table("b", "a").add("c", "b", "ALTER TABLE t_a ADD c int;", "");
        List<String> told = new ArrayList<>();
        try (Connection other = database.dataSource().getConnection()) {
            Locks.take(other, "t_a");
            instance()
                    .listening(event -> {
                        if (!(event instanceof MigrationEvent.StatementProgress)) {
                            told.add(event.getClass().getSimpleName());
                        }
                        if (event instanceof MigrationEvent.LockRetried) {
                            Locks.release(other);
                        }
                    })
                    .upgrade();
        }

        assertThat(instance().status().current()).containsExactly("c");
        assertThat(told)
                .containsExactly(
                        "RunStarted",
                        "RevisionStarted",
                        "RevisionStarted",
                        "LockRetried",
                        "RevisionStarted",
                        "RevisionStarted",
                        "RevisionFinished",
                        "RevisionFinished",
                        "RunFinished");
    }
}
