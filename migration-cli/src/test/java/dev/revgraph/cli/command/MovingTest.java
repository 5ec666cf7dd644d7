package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class MovingTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private Revisions revisions;

    @BeforeEach
    void writeRevisions(TestDatabase database) {
        revisions = Revisions.in(folder).table("a", "base").table("b", "a").table("c", "b");
        shell = Shell.in(folder).with(database);
    }

    @Test
    void s19UpgradesAllByOneAndToAnId() {
        assertThat(shell.json("upgrade", "+1").succeeds().strings("steps", "revision"))
                .containsExactly("a");
        assertThat(shell.json("upgrade", "b").succeeds().strings("current")).containsExactly("b");
        Ran rest = shell.json("upgrade").succeeds();
        assertThat(rest.json().get("steps").get(0).propertyNames())
                .containsExactly("revision", "direction", "description", "millis", "current");
        assertThat(rest.strings("steps", "direction")).containsExactly("upgrade");
        assertThat(shell.json("upgrade").succeeds().strings("steps")).isEmpty();
    }

    @Test
    void s19DowngradesByOneByThreeAndToAnId() {
        shell.run("upgrade").succeeds();
        assertThat(shell.json("downgrade").succeeds().strings("steps", "revision"))
                .containsExactly("c");
        shell.run("upgrade").succeeds();
        assertThat(shell.json("downgrade", "a").succeeds().strings("steps", "revision"))
                .containsExactly("c", "b");
        shell.run("upgrade").succeeds();
        Ran all = shell.json("downgrade", "-3", "--reason", "too early").succeeds();
        assertThat(all.strings("steps", "revision")).containsExactly("c", "b", "a");
        assertThat(all.strings("current")).isEmpty();
    }

    @Test
    void s19DowngradeToBaseAsksForYes(TestDatabase database) {
        shell.run("upgrade").succeeds();
        Ran refused = shell.json("downgrade", "base").exitsWith(1);
        assertThat(refused.errorCode()).isEqualTo("confirmation-required");
        assertThat(refused.json().get("error").get("action").asString()).contains("`downgrade base --yes`");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM t_c")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(shell.json("downgrade", "base", "--yes").succeeds().strings("current"))
                .isEmpty();
        assertThat(shell.run("downgrade", "base").succeeds().results()).startsWith("Nothing to do");
    }

    @Test
    void s03ShowsThePlanOfADowngradeBeforeItRuns() {
        shell.run("upgrade").succeeds();
        Ran ran = shell.run("downgrade", "a").succeeds();
        assertThat(ran.words()).startsWith("""
                        To undo, in this order:
                          downgrade  c  Revision c
                          downgrade  b  Revision b
                        downgrade c: Revision c
                        """);
        assertThat(ran.results()).isEqualTo("2 steps done; the database is at a.\n");
    }

    @Test
    void s03UndoesFromAnOlderReleaseThatLacksTheFiles() {
        shell.run("upgrade").succeeds();
        revisions.remove("c").remove("b");
        assertThat(shell.json("downgrade", "a").succeeds().strings("steps", "revision"))
                .containsExactly("c", "b");
        assertThat(shell.json("status").json().get("state").asString()).isEqualTo("UP_TO_DATE");
    }

    @Test
    void dryRunChangesNothingAndCreatesNoTable(TestDatabase database) {
        Ran plan = shell.json("upgrade", "--dry-run").succeeds();
        assertThat(plan.strings("steps", "revision")).containsExactly("a", "b", "c");
        assertThat(plan.strings("current")).containsExactly("c");
        assertThat(shell.json("stamp", "b", "--dry-run").succeeds().strings("current"))
                .containsExactly("b");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void s20StampsWhatWasMadeByHand(TestDatabase database) {
        database.jdbc().sql("CREATE TABLE t_a (id int PRIMARY KEY)").update();
        Ran stamped = shell.json("stamp", "a").succeeds();
        assertThat(stamped.strings("steps", "direction")).containsExactly("stamp");
        assertThat(stamped.strings("current")).containsExactly("a");
        assertThat(shell.json("upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("b", "c");
        assertThat(shell.json("stamp", "--purge", "base").succeeds().strings("current"))
                .isEmpty();
    }

    @Test
    void s21UndoesDependentsFirst() {
        revisions.file(
                "x",
                "-- Revision x",
                "-- revises: base",
                "-- depends-on: b",
                "-- +upgrade",
                "SELECT 1;",
                "-- +downgrade",
                "SELECT 1;");
        shell.run("upgrade", "heads").succeeds();
        Ran undone = shell.run("downgrade", "a").succeeds();
        assertThat(undone.words()).contains("downgrade  x", "downgrade  c", "downgrade  b");
        assertThat(undone.words().indexOf("downgrade  x"))
                .isLessThan(undone.words().indexOf("downgrade  b"));
    }

    @Test
    void s34KeepsTheReasonOfADowngrade() {
        shell.run("upgrade").succeeds();
        shell.run("downgrade", "--reason", "errors after release 1.9").succeeds();
        assertThat(shell.run("history", "--log", "--limit", "1").succeeds().results())
                .startsWith("downgrade c done\n")
                .contains("Reason  errors after release 1.9\n");
        assertThat(shell.json("history", "--log")
                        .json()
                        .get("entries")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("errors after release 1.9");
    }

    @Test
    void failedStatementIsShownWithItsPlace() {
        revisions.add("d", "c", "CREATE TABLE t_d (id integr);", "DROP TABLE t_d;");
        Ran failed = shell.json("upgrade").exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("statement-failed");
        assertThat(failed.json().get("error").get("revisions").get(0).asString())
                .isEqualTo("d");
        assertThat(failed.words()).contains("integr");
    }

    @Test
    void s02ExplainsAFailureInWordsAndInJson(TestDatabase database) {
        shell.run("upgrade").succeeds();
        database.jdbc().sql("INSERT INTO t_a VALUES (7)").update();
        revisions.add("d", "c", "ALTER TABLE t_a ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES t_b;", "SELECT 1;");
        Ran text = shell.run("upgrade").exitsWith(1);
        assertThat(text.words())
                .containsSubsequence(
                        "Revision \"d\" fails at ",
                        "4 | ALTER TABLE",
                        "ERROR 23503: ",
                        "Detail: ",
                        "Diagnosis: 1 row of t_a has a (id) that does not exist in t_b (id)",
                        "  id = 7, rows = 1",
                        "All of them:",
                        "Way out 1: ",
                        "  DELETE FROM t_a c",
                        "Correct the file or the data, then run the command again");
        Ran json = shell.json("upgrade").exitsWith(1);
        assertThat(json.errorCode()).isEqualTo("statement-failed");
        assertThat(json.json().at("/error/diagnosis/samples/0").asString()).isEqualTo("id = 7, rows = 1");
        assertThat(json.json().at("/error/diagnosis/waysOut/0/sql/0").asString())
                .startsWith("DELETE FROM t_a");
        shell.variable("MIGRATION_DIAGNOSIS_SAMPLE_ROWS", "0");
        assertThat(shell.run("upgrade").exitsWith(1).words())
                .contains("Diagnosis: 1 row")
                .doesNotContain("id = 7");
        shell.variable("MIGRATION_DIAGNOSIS_SAMPLE_ROWS", "few");
        assertThat(shell.json("upgrade").exitsWith(2).errorCode()).isEqualTo("usage");
    }
}
