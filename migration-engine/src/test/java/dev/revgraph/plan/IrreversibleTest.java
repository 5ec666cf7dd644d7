package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be undone stops a downgrade before it has undone what lies above. */
@PostgresTest
class IrreversibleTest {

    private final TestDatabase database;
    private Revisions revisions;

    IrreversibleTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .table("a", "base")
                .file("b", "-- No way back", "-- revises: a", "-- +upgrade", "DROP TABLE t_a;")
                .file(
                        "c",
                        "-- Data is gone",
                        "-- revises: b",
                        "-- +upgrade",
                        "SELECT 1;",
                        "-- +downgrade irreversible: the data is gone")
                .table("d", "c");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    @Test
    void isToldWithAllReasonsBeforeAnythingRuns() {
        assertThatThrownBy(() -> instance().downgrade("base"))
                .isInstanceOfSatisfying(
                        IrreversibleException.class,
                        refused -> assertThat(refused.revisions()).containsExactly("c", "b"))
                .hasMessageContaining("the data is gone")
                .hasMessageContaining("It has no downgrade.")
                .hasMessageContaining("Nothing is run.");
        assertThatThrownBy(() -> instance().engine().preview(Move.downgrade("base")))
                .isInstanceOf(IrreversibleException.class);

        assertThat(instance().status().current()).containsExactly("d");
        assertThat(instance().history()).hasSize(4);
    }

    @Test
    void doesNotHinderADowngradeThatStaysAboveIt() {
        assertThat(instance().downgrade("c").current()).containsExactly("c");
    }
}
