package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationEngine;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import dev.revgraph.report.State;
import dev.revgraph.report.StepReport;
import dev.revgraph.script.ScriptException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are what was applied are not parsed again; only a parsed one knows the lines of its header. */
@PostgresTest
class KnownFilesTest {

    private final TestDatabase database;
    private Revisions revisions;

    KnownFilesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void threeRevisionsAreApplied(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .table("a", "base")
                .table("b", "a")
                .file(
                        "c",
                        "-- The third",
                        "-- revises: b",
                        "-- branch: side",
                        "-- +upgrade",
                        "CREATE TABLE c ();",
                        "-- +downgrade",
                        "DROP TABLE c;");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private MigrationEngine engine() {
        return instance().engine();
    }

    private static RevisionNode node(MigrationEngine engine, String id) {
        return engine.revisions().graph().get(new RevisionId(id));
    }

    private static boolean isParsed(MigrationEngine engine, String id) {
        return node(engine, id).revises().get(0).line() > 0;
    }

    @Test
    void areNotParsedAgain() {
        MigrationEngine next = engine();

        assertThat(next.situation().unknown()).isEmpty();
        assertThat(isParsed(next, "b")).isFalse();
        assertThat(isParsed(next, "c")).isFalse();
        assertThat(node(next, "c").description()).isEqualTo("The third");
        assertThat(node(next, "c").labels()).extracting(Object::toString).containsExactly("side");
        assertThat(isParsed(engine(), "c")).as("without asking the database").isTrue();
    }

    @Test
    void areKnownWhileOtherRevisionsArePending() {
        revisions.table("d", "c");
        MigrationEngine next = engine();

        assertThat(next.run(Move.upgrade("head")).steps())
                .extracting(StepReport::revision)
                .containsExactly("d");
        assertThat(isParsed(next, "c")).isFalse();
        assertThat(isParsed(next, "d")).isTrue();
    }

    @Test
    void areReadWhenTheyAreUndone() {
        MigrationEngine next = engine();
        next.status();

        next.run(Move.downgrade("b"));

        assertThat(isParsed(next, "c")).isFalse();
        assertThat(instance().status().current()).containsExactly("b");
        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('c')")
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void areParsedWhereTheRowWasChangedByHand() {
        database.jdbc()
                .sql("UPDATE migration_revision SET parents = '{a}' WHERE id = 'c'")
                .update();
        MigrationEngine next = engine();

        assertThat(next.situation().unknown()).isEmpty();
        assertThat(isParsed(next, "b")).isFalse();
        assertThat(isParsed(next, "c")).isTrue();
        assertThat(node(next, "c").parents()).extracting(Object::toString).containsExactly("b");
    }

    @Test
    void areParsedWhenTheirBytesChange() {
        revisions.file("b", "-- Another word", "-- revises: a", "-- +upgrade", "CREATE TABLE b_b ();");
        MigrationEngine next = engine();

        assertThat(next.status().state()).isEqualTo(State.INVALID);
        assertThat(isParsed(next, "b")).isTrue();
        assertThat(isParsed(next, "c")).isFalse();
    }

    @Test
    void areParsedForTheLinesOfAProblem() {
        revisions.remove("b");

        assertThatThrownBy(() -> instance().upgrade())
                .isInstanceOfSatisfying(
                        InvalidGraphException.class,
                        faulty -> assertThat(faulty.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(String.valueOf(problem.origin()))
                                        .endsWith("c.sql:2")));
    }

    @Test
    void areNotRunWhenTheyChangeAfterwards() {
        MigrationEngine next = engine();
        next.status();
        revisions.file(
                "c",
                "-- The third",
                "-- revises: b",
                "-- branch: side",
                "-- +upgrade",
                "CREATE TABLE c ();",
                "-- +downgrade",
                "DROP TABLE c CASCADE;");

        assertThatThrownBy(() -> next.run(Move.downgrade("b")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("another one than when the revisions were loaded");
    }
}
