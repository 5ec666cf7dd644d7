package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.State;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that left nothing to do is remembered, and whatever changes afterwards is seen all the same. */
@PostgresTest
class SettledTest {

    private final TestDatabase database;
    private Revisions revisions;

    SettledTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void everythingIsApplied(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .table("a", "base")
                .table("b", "a")
                .repeatable("v", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void byHand(String sql) {
        database.jdbc().sql(sql).update();
    }

    /** Nobody would write a description by hand; here it shows that the rows were not read. */
    @Test
    void isFoundWithoutReadingTheRecords() {
        byHand("UPDATE migration_revision SET description = repeat('x', 100), labels = '{no such label}'");
        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance().status().current()).containsExactly("b");
        assertThat(instance().status().heads()).containsExactly("b");
        assertThat(instance().status().applied()).isEqualTo(2);
        assertThat(instance().upgrade().current()).containsExactly("b");
    }

    @Test
    void endsWithAnotherFile() {
        revisions.table("c", "b");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        assertThat(instance().upgrade().steps()).hasSize(1);
        assertThat(instance().status().current()).containsExactly("c");
    }

    @Test
    void endsWithAChangedFile() {
        revisions.add("b", "a", "CREATE TABLE other ();", "DROP TABLE other;");
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
    }

    @Test
    void endsWithAMissingFile() {
        revisions.remove("b");
        assertThat(instance().status().state()).isEqualTo(State.AHEAD);
    }

    @Test
    void endsWithAChangedRepeatableScript() {
        revisions.repeatable("v", "CREATE OR REPLACE VIEW v AS SELECT 2 AS one;");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
    }

    @Test
    void endsWhenARowIsRemovedOrChangedByHand() {
        byHand("UPDATE migration_revision SET upgrade_checksum = 'x', seal = NULL WHERE id = 'b'");
        assertThat(instance().status().state()).isEqualTo(State.INVALID);
        byHand("DELETE FROM migration_revision WHERE id = 'b'");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
    }

    @Test
    void endsWithADowngradeAndAStamp() {
        instance().stamp("a");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        instance().stamp("b");
        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance().status().current()).containsExactly("b");
        instance().downgrade("-1");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
    }

    @Test
    void doesNotAnswerForATargetThatHasSeveralMeanings() {
        revisions.table("c", "a");
        instance().upgrade("heads");
        assertThat(instance().upgrade("heads").steps()).isEmpty();
        assertThatThrownBy(() -> instance().upgrade("head"))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MULTIPLE_HEADS));
    }
}
