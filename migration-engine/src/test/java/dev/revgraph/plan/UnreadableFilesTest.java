package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has broken the revision files; the records are still there to be seen. */
@PostgresTest
class UnreadableFilesTest {

    private final TestDatabase database;
    private Revisions revisions;

    UnreadableFilesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void twoBranchesWereApplied(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a").table("c", "a");
        instance().upgrade("heads");
        revisions.file("d", "-- No parent", "-- +upgrade", "SELECT 1;");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    @Test
    void theStatusIsWhatIsRecorded() {
        Status status = instance().status();

        assertThat(status.state()).isEqualTo(State.INVALID);
        assertThat(status.current()).containsExactly("b", "c");
        assertThat(status.applied()).isEqualTo(3);
        assertThat(status.problems()).extracting(StatusProblem::code).containsExactly("bad-header");
        assertThat(status.problems())
                .extracting(StatusProblem::message)
                .singleElement(as(STRING))
                .contains("d.sql");
    }

    @Test
    void theStatusTellsOfARevisionThatWasCutOff() {
        database.jdbc()
                .sql("UPDATE migration_revision SET state = 'running', direction = 'upgrade', statements_started = 2,"
                        + " statements_finished = 1 WHERE id = 'c'")
                .update();

        Status status = instance().status();

        assertThat(status.current()).containsExactly("b");
        assertThat(status.problems()).extracting(StatusProblem::code).containsExactly("bad-header", "interrupted");
    }

    @Test
    void theStatusTellsOfRecordsThatContradictTheFiles() {
        revisions.remove("d").remove("c").table("a", "c").table("c", "base");
        database.jdbc()
                .sql("UPDATE migration_revision SET parents = '{b}' WHERE id = 'a'")
                .update();

        assertThat(instance().status().applied()).isEqualTo(3);
    }

    @Test
    void aRevisionIsWhatIsRecordedOfIt() {
        assertThat(instance().engine().revision("b").orElseThrow().state()).isEqualTo("applied");
        assertThatThrownBy(() -> instance().engine().revision("d")).isInstanceOf(InvalidGraphException.class);
    }
}
