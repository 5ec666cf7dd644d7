package dev.revgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.report.State;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.report.StepReport;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody edits the migration tables. */
@PostgresTest
class HandChangedRecordsTest {

    private final TestDatabase database;
    private Revisions revisions;

    HandChangedRecordsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void threeRevisionsAreApplied(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a").table("c", "b");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void sql(String statement) {
        database.jdbc().sql(statement).update();
    }

    @Test
    void aRowThatIsGoneAtTheTopIsPendingAgain() {
        sql("DELETE FROM migration_revision WHERE id = 'c'");
        sql("DROP TABLE t_c");

        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        assertThat(instance().upgrade().steps())
                .extracting(StepReport::revision)
                .containsExactly("c");
    }

    @Test
    void aRowThatIsGoneBelowOthersIsAGap() {
        sql("DELETE FROM migration_revision WHERE id = 'a'");

        assertThat(instance().status().problems())
                .extracting(StatusProblem::code)
                .containsExactly("out-of-order");
        assertThatThrownBy(instance()::upgrade).isInstanceOf(InvalidStateException.class);
    }

    @Test
    void aRowThatNoRevisionCanHaveWrittenIsNamed() {
        sql("UPDATE migration_revision SET id = 'not an id' WHERE id = 'c'");

        assertThat(instance().status().state()).isEqualTo(State.INVALID);
        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(
                        InvalidStateException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_RECORD))
                .hasMessageContaining("\"not an id\"");
    }

    @Test
    void aRowThatVanishesWhileItsRevisionIsUndoneStopsTheStep() {
        revisions.add(
                "d", "c", "CREATE TABLE d (id int)", "DROP TABLE d; DELETE FROM migration_revision WHERE id = 'd';");
        instance().upgrade();

        assertThatThrownBy(() -> instance().downgrade("c"))
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("\"d\"")
                .hasMessageContaining("The step is rolled back");

        assertThat(instance().status().current()).containsExactly("d");
        sql("DROP TABLE d");
    }

    @Test
    void aRowThatAppearsWhileItsRevisionRunsStopsTheStep() {
        revisions.add("d", "c", """
                CREATE TABLE d (id int);
                INSERT INTO migration_revision SELECT 'd', parents, dependencies, labels, description, kind,
                    transactional, checksum_algorithm, upgrade_checksum, downgrade_checksum, downgrade_script, seal, state,
                    direction, statements_started, statements_finished, batches, backend_pid, backend_start, seen_at,
                    applied_at, applied_by, application, application_version, millis
                  FROM migration_revision WHERE id = 'c';
                """, "");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("\"d\"");

        assertThat(instance().status().current()).containsExactly("c");
    }

    @Test
    void aLogThatIsEmptiedChangesNothingElse() {
        sql("TRUNCATE migration_history");
        revisions.table("d", "c");

        assertThat(instance().status().applied()).isEqualTo(3);
        assertThat(instance().upgrade().current()).containsExactly("d");
        assertThat(instance().history()).hasSize(1);
    }
}
