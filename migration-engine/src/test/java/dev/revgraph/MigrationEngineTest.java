package dev.revgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StepReport;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ordinary life of a database, through the facade. */
@PostgresTest
class MigrationEngineTest {

    private Revisions revisions;

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private MigrationEngine engine(TestDatabase database, UnaryOperator<MigrationSettings.Builder> changes) {
        MigrationSettings settings = MigrationSettings.defaults()
                .with(s -> changes.apply(s.locations(revisions.locations())
                        .repeatableLocations(revisions.repeatableLocations())
                        .application("shop", "1.2")));
        return MigrationEngine.builder(database.dataSource()).settings(settings).build();
    }

    private MigrationEngine engine(TestDatabase database) {
        return engine(database, s -> s);
    }

    @Test
    void bringsAnEmptyDatabaseToHead(TestDatabase database) {
        revisions.table("a", "base").table("b", "a").table("c", "b");

        RunReport report = engine(database).run(Move.upgrade("head"));

        assertThat(report.steps()).extracting(StepReport::revision).containsExactly("a", "b", "c");
        assertThat(report.current()).containsExactly("c");
        Status status = engine(database).status();
        assertThat(status.state()).isEqualTo(State.UP_TO_DATE);
        assertThat(status.current()).containsExactly("c");
        assertThat(status.applied()).isEqualTo(3);
        assertThat(tables(database)).contains("t_a", "t_b", "t_c");
    }

    @Test
    void readsWithoutCreatingAnything(TestDatabase database) {
        revisions.table("a", "base");

        Status status = engine(database).status();

        assertThat(status.state()).isEqualTo(State.EMPTY);
        assertThat(status.pending()).hasSize(1);
        assertThat(engine(database).preview(Move.upgrade("head")).steps()).hasSize(1);
        assertThat(engine(database).history(0, 10).total()).isZero();
        assertThat(tables(database)).isEmpty();
    }

    @Test
    void undoesAndComesBack(TestDatabase database) {
        revisions.table("a", "base").table("b", "a").table("c", "b");
        MigrationEngine engine = engine(database);
        engine.run(Move.upgrade("head"));

        RunReport down = engine.run(Move.downgrade("a").because("wrong release"));

        assertThat(down.steps()).extracting(StepReport::revision).containsExactly("c", "b");
        assertThat(engine.status().state()).isEqualTo(State.PENDING);
        assertThat(tables(database)).doesNotContain("t_b", "t_c");
        assertThat(engine.history(0, 10).entries().get(0).reason()).isEqualTo("wrong release");
        assertThat(engine.run(Move.upgrade("head")).current()).containsExactly("c");
    }

    @Test
    void runsRepeatableScriptsAgainAfterADowngradeThatMayHaveTakenTheirObjectsAway(TestDatabase database) {
        revisions.table("a", "base").add("b", "a", "ALTER TABLE t_a ADD x int;", "ALTER TABLE t_a DROP x CASCADE;");
        revisions.repeatable("v", "CREATE OR REPLACE VIEW v AS SELECT x FROM t_a;");
        MigrationEngine engine = engine(database);
        engine.run(Move.upgrade("head"));

        engine.run(Move.downgrade("a"));
        engine.run(Move.upgrade("head"));

        assertThat(database.jdbc()
                        .sql("SELECT count(x) FROM v")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(engine.run(Move.upgrade("head")).steps()).isEmpty();
    }

    @Test
    void leavesNothingOfARevisionThatFails(TestDatabase database) {
        revisions
                .table("a", "base")
                .add("b", "a", "CREATE TABLE t_b (id int);\n\nALTER TABLE nowhere\n  ADD x int;", "");
        MigrationEngine engine = engine(database);

        assertThatThrownBy(() -> engine.run(Move.upgrade("head")))
                .isInstanceOfSatisfying(StatementFailedException.class, failure -> {
                    assertThat(failure.getMessage()).contains("\"b\"", "b.sql:6", "nothing of it remains");
                    assertThat(failure.statement().sqlState()).isEqualTo("42P01");
                    assertThat(failure.details()).contains("6 | ALTER TABLE nowhere");
                });
        assertThat(tables(database)).contains("t_a").doesNotContain("t_b");
        assertThat(engine.status().current()).containsExactly("a");
        assertThat(engine.history(0, 10).entries().get(0).sqlState()).isEqualTo("42P01");

        revisions.table("b", "a");
        assertThat(engine(database).run(Move.upgrade("head")).current()).containsExactly("b");
    }

    @Test
    void explainsAConstraintThatSpeaksUpAtTheCommit(TestDatabase database) {
        revisions
                .table("a", "base")
                .add(
                        "b",
                        "a",
                        "CREATE TABLE child (a int REFERENCES t_a DEFERRABLE INITIALLY DEFERRED);"
                                + " INSERT INTO child VALUES (42);",
                        "DROP TABLE child;");
        MigrationEngine engine = engine(database);

        assertThatThrownBy(() -> engine.run(Move.upgrade("head")))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContainingAll("\"b\"", "at the commit", "23503", "nothing of it remains");
        assertThat(engine.status().current()).containsExactly("a");
        assertThat(tables(database)).doesNotContain("child");
    }

    private static List<String> tables(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1")
                .query(String.class)
                .list();
    }
}
