package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.State;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.report.StepReport;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision appears below one that is applied already. */
@PostgresTest
class OutOfOrderTest {

    private final TestDatabase database;
    private Revisions revisions;

    OutOfOrderTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aRevisionWasInsertedBetweenAppliedOnes(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("c", "a");
        instance().upgrade();
        revisions.table("b", "a").table("c", "b");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    @Test
    void isRefused() {
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
        assertThat(instance().status().problems())
                .extracting(StatusProblem::code, StatusProblem::revision)
                .containsExactly(tuple("out-of-order", "b"));
        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(InvalidStateException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.OUT_OF_ORDER);
                    assertThat(refused.revisions()).containsExactly("b");
                    assertThat(refused.action()).contains("migration.out-of-order=true", "`stamp c`");
                })
                .hasMessageContaining("it appeared later");
        assertThatThrownBy(() -> instance().engine().check()).isInstanceOf(InvalidStateException.class);
        assertThat(instance().engine().revision("b").orElseThrow().state()).isEqualTo("out-of-order");
    }

    @Test
    void isAppliedWhereThatIsAllowed() {
        Instance lenient = instance().with(s -> s.outOfOrder(true));
        assertThat(lenient.status().state()).isEqualTo(State.PENDING);

        assertThat(lenient.upgrade().steps()).extracting(StepReport::revision).containsExactly("b");

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance().status().current()).containsExactly("c");
    }

    @Test
    void isSettledByAStamp() {
        instance().stamp("c");

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance().status().applied()).isEqualTo(3);
    }

    @Test
    void doesNotHinderADowngrade() {
        assertThat(instance().downgrade("base").steps())
                .extracting(StepReport::revision)
                .containsExactly("c", "a");
    }

    @Test
    void doesNotMatterBeyondTheTarget() {
        revisions.add("z", "a", "", "");

        assertThat(instance().with(s -> s.target("z")).status().state()).isEqualTo(State.PENDING);
        assertThat(instance().upgrade("z").steps())
                .extracting(StepReport::revision)
                .containsExactly("z");
    }
}
