package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationSettings.OnModified;
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

/** The file of an applied revision is changed. */
@PostgresTest
class ModifiedRevisionTest {

    private final TestDatabase database;
    private Revisions revisions;

    ModifiedRevisionTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void twoRevisionsAreApplied(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void changeUpgrade() {
        revisions
                .add("a", "base", "CREATE TABLE t_a (id bigint PRIMARY KEY);", "DROP TABLE t_a;")
                .table("c", "b");
    }

    @Test
    void stopsAnUpgradeBeforeAnythingRuns() {
        changeUpgrade();

        assertThat(instance().status().state()).isEqualTo(State.INVALID);
        assertThatThrownBy(instance()::upgrade)
                .isInstanceOfSatisfying(InvalidStateException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.MODIFIED);
                    assertThat(refused.revisions()).containsExactly("a");
                    assertThat(refused.action()).contains("migration.on-modified=warn");
                })
                .hasMessageContaining("\"a\"")
                .hasMessageContaining("with shop 1.2");
        assertThatThrownBy(() -> instance().engine().check()).isInstanceOf(InvalidStateException.class);
        assertThat(instance().engine().revision("a").orElseThrow().state()).isEqualTo("modified");
        assertThat(instance().status().current()).containsExactly("b");
    }

    @Test
    void isAWarningWhereThatIsConfigured() {
        changeUpgrade();
        Instance lenient = instance().with(s -> s.onModified(OnModified.WARN));

        assertThat(lenient.status().state()).isEqualTo(State.PENDING);
        assertThat(lenient.status().problems()).extracting(StatusProblem::code).containsExactly("modified");
        assertThat(lenient.upgrade().steps()).extracting(StepReport::revision).containsExactly("c");
    }

    @Test
    void isNoneWhenOnlyLayoutAndCommentsChange() {
        revisions.file(
                "a",
                "-- Another description",
                "-- revises: base",
                "-- +upgrade",
                "-- why this is so",
                "CREATE TABLE t_a(",
                "   id int /* an id */ PRIMARY KEY",
                ");",
                "-- +downgrade",
                "DROP TABLE t_a;");

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance().status().problems()).isEmpty();
    }

    @Test
    void isNoneWhenTheDowngradeIsCorrected() {
        revisions.add(
                "b", "a", "CREATE TABLE t_b (id int PRIMARY KEY);", "DROP TABLE t_b; CREATE TABLE undone (id int);");

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        instance().downgrade("a");

        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('undone') IS NOT NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void doesNotHinderADowngrade() {
        changeUpgrade();

        assertThat(instance().downgrade("base").steps())
                .extracting(StepReport::revision)
                .containsExactly("b", "a");
    }
}
