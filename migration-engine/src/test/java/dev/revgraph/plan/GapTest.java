package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.State;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.report.StepReport;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are missing below others: what is at the top is so through the gap. */
@PostgresTest
class GapTest {

    private static final Pattern STAMP = Pattern.compile("`stamp ([^`]+)`");

    private final TestDatabase database;
    private Revisions revisions;

    GapTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void chain(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .table("a", "base")
                .table("b", "a")
                .table("c", "b")
                .table("d", "c")
                .table("e", "d");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void forget(String... ids) {
        database.jdbc()
                .sql("DELETE FROM migration_revision WHERE id IN (:ids)")
                .param("ids", List.of(ids))
                .update();
    }

    private HistoryEntry last() {
        List<HistoryEntry> history = instance().history();
        return history.get(history.size() - 1);
    }

    @Test
    void hidesNoHeadFromWhoAsks() {
        instance().upgrade();
        forget("b", "c");

        assertThat(instance().status().current()).containsExactly("e");
    }

    @Test
    void makesNoHeadOfWhatIsAppliedIntoIt() {
        instance().upgrade();
        forget("b", "c");
        database.jdbc().sql("DROP TABLE t_b, t_c").update();

        var report = instance().with(s -> s.outOfOrder(true)).upgrade("b");

        assertThat(report.steps()).extracting(StepReport::current).containsExactly(List.of("e"));
        assertThat(report.current()).containsExactly("e");
        assertThat(last().headsBefore()).containsExactly("e");
        assertThat(last().headsAfter()).containsExactly("e");
    }

    @Test
    void isSeenThroughOnTheWayDown() {
        instance().upgrade("d");
        forget("b", "c");

        var report = instance().downgrade("c");

        assertThat(report.current()).containsExactly("a");
        assertThat(last().headsAfter()).containsExactly("a");
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void isRepairedByTheStampThatIsNamed() {
        revisions.table("x", "a").table("y", "x");
        instance().upgrade("heads");
        forget("b", "d", "x");

        List<StatusProblem> problems =
                instance().with(s -> s.target("heads")).status().problems();
        assertThat(problems).extracting(StatusProblem::revision).containsExactlyInAnyOrder("b", "d", "x");
        for (StatusProblem problem : problems) {
            Matcher stamp = STAMP.matcher(problem.action());
            assertThat(stamp.find()).as(problem.action()).isTrue();
            assertThat(problem.action()).contains("\"b\"", "\"d\"", "\"x\"");
            assertThat(stamp.group(1)).isEqualTo("e y");
        }

        instance().stamp("e", "y");

        var status = instance().with(s -> s.target("heads")).status();
        assertThat(status.state()).isEqualTo(State.UP_TO_DATE);
        assertThat(status.current()).containsExactly("e", "y");
        assertThat(status.applied()).isEqualTo(7);
    }
}
