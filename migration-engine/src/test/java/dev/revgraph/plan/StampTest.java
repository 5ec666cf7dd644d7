package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.TargetException;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.report.StepReport;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records change, the schema does not. */
@PostgresTest
class StampTest {

    private final TestDatabase database;
    private Revisions revisions;

    StampTest(TestDatabase database) {
        this.database = database;
    }

    /** a -> b -> c, and a -> x -> y beside it. */
    @BeforeEach
    void twoBranches(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .table("a", "base")
                .table("b", "a")
                .table("c", "b")
                .table("x", "a")
                .table("y", "x");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private List<String> tables() {
        return database.jdbc()
                .sql("SELECT tablename FROM pg_tables WHERE tablename LIKE 't_%' ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void recordsWhatLiesBelowItsTargetAndRunsNothing() {
        RunReport report = instance().stamp("b");

        assertThat(report.steps())
                .extracting(StepReport::revision, StepReport::direction, StepReport::current)
                .containsExactly(tuple("b", "stamp", List.of("b")));
        assertThat(instance().status().current()).containsExactly("b");
        assertThat(instance().status().applied()).isEqualTo(2);
        assertThat(tables()).isEmpty();
        HistoryEntry line = instance().history().get(0);
        assertThat(line.operation()).isEqualTo("stamp");
        assertThat(line.revision()).isEqualTo("b");
        assertThat(line.headsBefore()).isEmpty();
        assertThat(line.headsAfter()).containsExactly("b");
    }

    @Test
    void takesSeveralTargetsAsOneState() {
        assertThat(instance().stamp("b", "x").current()).containsExactly("b", "x");
        assertThat(instance().stamp("heads").current()).containsExactly("c", "y");
        assertThatThrownBy(() -> instance().stamp("a", "b")).isInstanceOf(TargetException.class);
        assertThat(instance().status().current()).containsExactly("c", "y");
    }

    @Test
    void goesBackToBase() {
        instance().stamp("heads");

        assertThat(instance().stamp("base").current()).isEmpty();

        assertThat(instance().status().applied()).isZero();
        assertThat(instance().with(s -> s.target("heads")).status().state()).isEqualTo(State.PENDING);
        assertThat(instance().history()).hasSize(2);
    }

    @Test
    void forgetsEverythingFirstWhenPurging() {
        revisions.table("gone", "c");
        instance().stamp("gone", "y");
        revisions.remove("gone");

        RunReport report = instance().engine().run(Move.stamp(List.of("x")).purging());

        assertThat(report.current()).containsExactly("x");
        assertThat(instance().status().unknown()).isEmpty();
        assertThat(instance().status().applied()).isEqualTo(2);
    }

    @Test
    void doesNothingWhereItHoldsAlready() {
        instance().stamp("b");

        assertThat(instance().stamp("b").steps()).isEmpty();
        assertThat(instance().history()).hasSize(1);
    }

    @Test
    void isGoneOnFromByAnUpgrade() {
        database.jdbc()
                .sql("CREATE TABLE t_a (id int); CREATE TABLE t_b (id int)")
                .update();
        instance().stamp("b");

        assertThat(instance().upgrade("c").steps())
                .extracting(StepReport::revision)
                .containsExactly("c");
        assertThat(tables()).containsExactly("t_a", "t_b", "t_c");
    }

    @Test
    void storesTheDowngradesSoThatAnOlderReleaseCanUndoWhatWasStamped() {
        database.jdbc()
                .sql("CREATE TABLE t_a (id int); CREATE TABLE t_b (id int); CREATE TABLE t_c (id int)")
                .update();
        instance().stamp("c");
        revisions.remove("b").remove("c");

        instance().downgrade("a");

        assertThat(tables()).containsExactly("t_a");
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void settlesARevisionThatWasLeftHalfDone() {
        revisions.file(
                "c",
                "-- Half",
                "-- revises: b",
                "-- transaction: off",
                "-- +upgrade",
                "CREATE TABLE t_c (id int);",
                "SELECT 1 / 0;",
                "-- +downgrade",
                "DROP TABLE t_c;");
        assertThatThrownBy(() -> instance().upgrade("c")).isInstanceOf(StatementFailedException.class);

        assertThat(instance().stamp("c").current()).containsExactly("c");
        assertThat(instance().engine().revision("c").orElseThrow().state()).isEqualTo("applied");

        instance().downgrade("b");
        assertThatThrownBy(() -> instance().upgrade("c")).isInstanceOf(StatementFailedException.class);
        instance().stamp("b");
        assertThat(instance().engine().revision("c").orElseThrow().state()).isEqualTo("pending");
    }

    @Test
    void worksWithADriverThatJoinsInserts() {
        var joining = database.newDataSource();
        joining.setReWriteBatchedInserts(true);

        assertThat(Instance.on(joining, revisions).stamp("heads").current()).containsExactly("c", "y");

        assertThat(instance().status().applied()).isEqualTo(5);
    }

    @Test
    void keepsItsReason() {
        instance().engine().run(Move.stamp(List.of("a")).because("made by hand"));

        assertThat(instance().history().get(0).reason()).isEqualTo("made by hand");
    }
}
