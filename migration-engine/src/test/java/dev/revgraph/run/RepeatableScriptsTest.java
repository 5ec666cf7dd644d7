package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.report.StepReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views and functions that run again when their text changes. */
@PostgresTest
class RepeatableScriptsTest {

    private final TestDatabase database;
    private Revisions revisions;

    RepeatableScriptsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .add("a", "base", "CREATE TABLE t (n int);", "DROP TABLE t CASCADE;")
                .add("b", "a", "ALTER TABLE t ADD m int;", "ALTER TABLE t DROP m;");
        view("SELECT n FROM t");
    }

    private void view(String query) {
        revisions.repeatable("v", "-- All of it", "CREATE OR REPLACE VIEW v AS " + query + ";");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private static List<String> steps(RunReport report) {
        return report.steps().stream().map(StepReport::revision).toList();
    }

    @Test
    void waitForTheHead() {
        assertThat(steps(instance().upgrade("a"))).containsExactly("a");
        assertThat(steps(instance().upgrade())).containsExactly("b", "repeatable:v");
        assertThat(steps(instance().upgrade())).isEmpty();
        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void runAgainWhenTheirTextChangesAndNotForTheirLayout() {
        instance().upgrade();
        view("SELECT  n -- the number\n FROM t");
        assertThat(steps(instance().upgrade())).isEmpty();

        view("SELECT n, m FROM t");
        assertThat(instance().status().pending())
                .extracting(PendingRevision::revision)
                .containsExactly("repeatable:v");
        assertThat(steps(instance().upgrade())).containsExactly("repeatable:v");

        assertThat(database.jdbc().sql("SELECT n, m FROM v").query().listOfRows())
                .isEmpty();
        assertThat(instance().history().stream().map(entry -> entry.operation() + " " + entry.revision()))
                .containsExactly("upgrade a", "upgrade b", "repeat repeatable:v", "repeat repeatable:v");
    }

    @Test
    void areOneTransactionEachAndTriedAgain() {
        view("SELECT missing FROM t");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("repeatable:v");
        assertThat(instance().status().current()).containsExactly("b");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);

        view("SELECT n FROM t");
        assertThat(steps(instance().upgrade())).containsExactly("repeatable:v");
    }

    @Test
    void runAgainAfterADowngrade() {
        instance().upgrade();

        instance().downgrade("base");

        assertThat(steps(instance().upgrade())).containsExactly("a", "b", "repeatable:v");
    }
}
