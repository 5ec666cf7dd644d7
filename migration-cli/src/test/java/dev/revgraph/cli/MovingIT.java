package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Golden;
import dev.revgraph.cli.fixture.Program;
import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Psql;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of moving a database, with the packed program; what comes before them is arranged in this JVM. */
@PostgresTest
class MovingIT {

    @TempDir
    private Path folder;

    private Program program;
    private Shell shell;
    private Revisions revisions;
    private String role;

    @BeforeEach
    void writeRevisions(TestDatabase database) {
        revisions = Revisions.in(folder).table("a", "base").table("b", "a").table("c", "b");
        program = Program.in(folder).with(database);
        shell = Shell.in(folder).with(database);
        role = database.username();
    }

    private String golden(String text) {
        return Golden.of(text, role, folder);
    }

    @Test
    void s03RollsBackFromAnOlderReleaseThatLacksTheFiles() throws Exception {
        shell.run("upgrade").succeeds();
        revisions.remove("c").remove("b");
        Ran ran = program.run("downgrade", "a").succeeds();
        assertThat(golden(ran.words())).isEqualTo("""
                To undo, in this order:
                  downgrade  c  Revision c
                  downgrade  b  Revision b
                downgrade c: Revision c
                  done in DURATION
                downgrade b: Revision b
                  done in DURATION
                """);
        assertThat(ran.results()).isEqualTo("2 steps done; the database is at a.\n");
    }

    @Test
    void s07ReportsAFailureExactlyAndGoesOnWhenItIsCorrected() throws Exception {
        revisions.add("d", "c", "CREATE TABLE t_d (id int);\nALTER TABLE t_c\n    ADD COLUMN owner intt;", "SELECT 1;");
        Ran failed = program.run("upgrade").exitsWith(1);
        assertThat(failed.results()).isEmpty();
        assertThat(golden(failed.words())).endsWith("""
                upgrade d: Revision d
                  failed after DURATION
                Revision "d" fails at FOLDER/revisions/d.sql:6, in statement 2 of 2 of its upgrade: type "intt" does not \
                exist (SQLSTATE 42704). The transaction is rolled back: nothing of it remains, and revisions that were \
                finished before stay applied.

                5 | ALTER TABLE t_c
                6 |     ADD COLUMN owner intt
                  |                      ^

                ERROR 42704: type "intt" does not exist

                Correct the file or the data, then run the command again: it goes on with this revision.
                """);
        revisions.add("d", "c", "CREATE TABLE t_d (id int);", "DROP TABLE t_d;");
        assertThat(program.json("upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("d");
    }

    @Test
    void s19MovesByStepsToIdsAndToBase() throws Exception {
        assertThat(program.json("upgrade", "+1").succeeds().strings("steps", "revision"))
                .containsExactly("a");
        assertThat(program.run("upgrade").succeeds().results()).isEqualTo("2 steps done; the database is at c.\n");
        assertThat(program.json("downgrade", "-2").succeeds().strings("current"))
                .containsExactly("a");
        Ran refused = program.json("downgrade", "base").exitsWith(1);
        assertThat(refused.errorCode()).isEqualTo("confirmation-required");
        assertThat(program.run("downgrade", "base", "--yes").succeeds().results())
                .isEqualTo("1 step done; the database is at base (nothing is applied).\n");
    }

    @Test
    void s20RecordsWhatWasDoneByHand(TestDatabase database) throws Exception {
        database.jdbc().sql("CREATE TABLE t_a (id int PRIMARY KEY)").update();
        Ran stamped = program.json("stamp", "a").succeeds();
        assertThat(stamped.strings("steps", "direction")).containsExactly("stamp");
        assertThat(stamped.strings("current")).containsExactly("a");
        assertThat(shell.json("upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("b", "c");
    }

    @Test
    void s21UndoesDependentsOnOtherBranchesFirst() throws Exception {
        revisions.file("x", """
                -- Revision x
                -- revises: base
                -- depends-on: b
                -- +upgrade
                SELECT 1;
                -- +downgrade
                SELECT 1;
                """);
        shell.run("upgrade", "heads").succeeds();
        Ran ran = program.run("downgrade", "a").succeeds();
        assertThat(ran.words()).startsWith("To undo, in this order:\n");
        assertThat(ran.words().lines().filter(line -> line.startsWith("  downgrade  ")))
                .containsExactlyInAnyOrder(
                        "  downgrade  x  Revision x", "  downgrade  c  Revision c", "  downgrade  b  Revision b")
                .last()
                .isEqualTo("  downgrade  b  Revision b");
    }

    @Test
    void s24WritesAScriptThatPsqlRunsAsTheCommandWould(TestDatabase database) throws Exception {
        Psql psql = Psql.on(database, folder);
        Ran script = Program.in(folder).run("upgrade", "--sql").succeeds();
        assertThat(script.words()).isEmpty();
        assertThat(psql.run(script.results())).isEqualTo(new Psql.Ran(0, ""));
        assertThat(shell.json("status").json().get("state").asString()).isEqualTo("UP_TO_DATE");
        assertThat(program.json("downgrade", "b").succeeds().strings("current")).containsExactly("b");
    }

    @Test
    void s34KeepsWhyItWasRolledBack() throws Exception {
        shell.run("upgrade").succeeds();
        program.run("downgrade", "--reason", "errors after release 1.9").succeeds();
        assertThat(golden(program.run("history", "--log", "--limit", "1")
                        .succeeds()
                        .results()))
                .isEqualTo("""
                downgrade c done
                  When    TIME (AGO)
                  By      ROLE on HOST with migration-cli
                  Heads   c -> b
                  Reason  errors after release 1.9
                (3 older ones; --limit shows more)
                """);
    }
}
