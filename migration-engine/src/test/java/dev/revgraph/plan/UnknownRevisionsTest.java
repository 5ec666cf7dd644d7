package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.TargetException;
import dev.revgraph.report.State;
import dev.revgraph.report.StepReport;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.script.ScriptException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is at a newer release; an older one, which lacks the newer files, looks at it and undoes them. */
@PostgresTest
class UnknownRevisionsTest {

    private final TestDatabase database;
    private Revisions revisions;

    UnknownRevisionsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    @Test
    void areAcceptedByTheOlderReleaseAndShown() {
        revisions.table("c", "b").table("d", "c");
        instance().upgrade();
        revisions.remove("c").remove("d");

        var status = instance().status();
        assertThat(status.state()).isEqualTo(State.AHEAD);
        assertThat(status.unknown()).containsExactly("c", "d");
        assertThat(status.current()).containsExactly("d");
        assertThat(status.heads()).containsExactly("b");
        assertThat(instance().upgrade().steps()).isEmpty();
        assertThatCode(() -> instance().engine().check()).doesNotThrowAnyException();
        var unknown = instance().engine().revision("c").orElseThrow();
        assertThat(unknown.state()).isEqualTo("unknown");
        assertThat(unknown.revises()).containsExactly("b");
        assertThat(unknown.reversible()).isTrue();
    }

    @Test
    void areRefusedWhereTheyMayNotBe() {
        revisions.table("c", "b");
        instance().upgrade();
        revisions.remove("c");
        Instance strict = instance().with(s -> s.allowAhead(false));

        assertThat(strict.status().state()).isEqualTo(State.INVALID);
        assertThatThrownBy(strict::upgrade)
                .isInstanceOfSatisfying(
                        InvalidStateException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_REVISION))
                .hasMessageContaining("\"c\" is applied")
                .hasMessageContaining("with shop 1.2");
        assertThatThrownBy(() -> strict.engine().check()).isInstanceOf(InvalidStateException.class);
    }

    @Test
    void divergeFromARevisionThatIsPendingHere() {
        revisions.table("c", "b");
        instance().upgrade();
        revisions.remove("c").table("x", "b");

        assertThat(instance().status().state()).isEqualTo(State.DIVERGED);
        assertThat(instance().upgrade().steps())
                .extracting(StepReport::revision)
                .containsExactly("x");

        assertThat(instance().status().state()).isEqualTo(State.AHEAD);
        assertThat(instance().status().current()).containsExactly("c", "x");
    }

    @Test
    void areUndoneByTheirStoredDowngrades() {
        revisions
                .add(
                        "c",
                        "b",
                        "CREATE TABLE t_c (id int, name text);",
                        "DROP TABLE t_c;\nCREATE TABLE saved (id int, name text);\n"
                                + "COPY saved (id, name) FROM stdin;\n1\tsemi;colon\n2\t\\N\n\\.\nDELETE FROM saved WHERE id = 3;")
                .file(
                        "d",
                        "-- Off",
                        "-- revises: c",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE INDEX CONCURRENTLY i_c ON t_c (id);",
                        "-- +downgrade",
                        "DROP INDEX CONCURRENTLY i_c;");
        instance().upgrade();
        revisions.remove("c").remove("d");

        assertThat(instance().downgrade("b").steps())
                .extracting(StepReport::revision)
                .containsExactly("d", "c");

        assertThat(instance().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(database.jdbc()
                        .sql("SELECT concat_ws('/', id, name) FROM saved ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("1/semi;colon", "2");
    }

    @Test
    void areNotUndoneWhereTheirSqlIsNotStored() {
        revisions.file("c", "-- One way", "-- revises: b", "-- +upgrade", "SELECT 1;");
        instance().upgrade();
        revisions.remove("c");

        assertThatThrownBy(() -> instance().downgrade("b"))
                .isInstanceOf(IrreversibleException.class)
                .hasMessageContaining("\"c\", applied on")
                .hasMessageContaining("was stored without a downgrade");
    }

    @Revision(id = "j", revises = "b")
    static final class InJava implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {}

        @Override
        public void downgrade(RevisionContext context) {}
    }

    @Test
    void areNotUndoneIfTheyWereJava() {
        instance().code(new InJava()).upgrade();

        assertThatThrownBy(() -> instance().downgrade("b"))
                .isInstanceOf(IrreversibleException.class)
                .hasMessageContaining("\"j\" is a Java revision")
                .hasMessageContaining("does not have its class");
        assertThat(instance().code(new InJava()).downgrade("b").current()).containsExactly("b");
    }

    @Test
    void areNoTargetsOfAnUpgradeButMayBeNamedInADowngrade() {
        revisions.table("c", "b").table("d", "c");
        instance().upgrade();
        revisions.remove("c").remove("d");

        assertThat(instance().upgrade("c").steps()).isEmpty();
        assertThat(instance().downgrade("c").current()).containsExactly("c");
        assertThatThrownBy(() -> instance().upgrade("d")).isInstanceOf(TargetException.class);
    }

    @Test
    void keepTheirParentsWhenTheyWereSquashedAway() {
        revisions.table("c", "b");
        instance().upgrade();
        // Their parent is gone too: the files were squashed into one.
        revisions.remove("a").remove("b").remove("c").table("all", "base");

        assertThat(instance().status().state()).isEqualTo(State.DIVERGED);
        assertThat(instance().status().unknown()).containsExactly("a", "b", "c");
    }

    @Test
    void aFileThatIsGoneWhileTheProgramRunsIsMissed() {
        instance().upgrade();
        revisions.table("c", "b");
        var engine = instance().engine();
        assertThat(engine.status().pending()).hasSize(1);
        revisions.remove("c");

        assertThatThrownBy(() -> engine.run(Move.upgrade("head")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("c.sql");
        assertThat(engine.status().current()).containsExactly("b");
    }
}
