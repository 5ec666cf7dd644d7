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
class LookingTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private Revisions revisions;

    @BeforeEach
    void writeRevisions(TestDatabase database) {
        revisions = Revisions.in(folder).table("a", "base").table("b", "a");
        shell = Shell.in(folder).with(database);
    }

    @Test
    void s04SaysWhatStateTheDatabaseIsIn() {
        shell.run("upgrade", "a").succeeds();
        assertThat(shell.run("status").succeeds().results()).isEqualTo("""
                State    PENDING
                Current  a
                Heads    b
                Applied  1
                Pending  1

                Pending, in the order in which `upgrade` applies them:
                  b  Revision b
                """);
        assertThat(shell.json("status").succeeds().results())
                .isEqualTo("{\"state\": \"PENDING\", \"current\": [\"a\"], \"heads\": [\"b\"], \"applied\": 1, "
                        + "\"pending\": [{\"revision\": \"b\", \"description\": \"Revision b\", \"revises\": [\"a\"]}], "
                        + "\"unknown\": [], \"problems\": []}\n");
        shell.run("status", "--exit-code").exitsWith(3);
        shell.run("upgrade").succeeds();
        shell.run("status", "--exit-code").succeeds();
    }

    @Test
    void s05ListsTheHistoryNewestFirst() {
        shell.run("upgrade", "a").succeeds();
        assertThat(shell.run("history").succeeds().results()).isEqualTo("""
                REVISION  REVISES  STATE    DESCRIPTION
                b         a        pending  Revision b (head)
                a         base     applied  Revision a (current)
                """);
        Ran json = shell.json("history").succeeds();
        assertThat(json.json().get("revisions").get(0).propertyNames())
                .containsExactly("revision", "description", "revises", "dependsOn", "labels", "state");
        assertThat(shell.json("history", "-r", "current:head").strings("revisions", "revision"))
                .containsExactly("b", "a");
        assertThat(shell.run("history", "-v").succeeds().results())
                .contains("Applied        ", " in ", "Declared in    ", "Can be undone  yes");
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertThat(shell.run("status").results()).doesNotContain("\u001b");
        assertThat(shell.coloured().run("status").results()).contains("State    \u001b[33mEMPTY\u001b[0m\n");
    }

    @Test
    void showsCurrentAndHeads() {
        assertThat(shell.run("current").succeeds()).isEqualTo(new Ran(0, "", "Nothing is applied.\n"));
        shell.run("upgrade", "a").succeeds();
        assertThat(shell.json("current").succeeds().results())
                .isEqualTo("{\"revisions\": [{\"revision\": \"a\", \"description\": \"Revision a\", \"revises\": [], "
                        + "\"dependsOn\": [], \"labels\": [], \"state\": \"applied\"}]}\n");
        assertThat(shell.json("heads").succeeds().json().get("revisions").get(0).has("state"))
                .isFalse();
    }

    @Test
    void showsWhereBranchesBegin() {
        revisions.table("c", "a");
        assertThat(shell.run("branches").succeeds().results()).isEqualTo("a  ->  b, c\n");
        assertThat(shell.json("branches").strings("revisions", "revision")).containsExactly("a");
    }

    @Test
    void namesWhatAStampWasOf() {
        revisions.table("c", "a");
        assertThat(shell.json("stamp", "b", "c").succeeds().strings("steps", "revision"))
                .containsExactly("b, c");
        assertThat(shell.run("stamp", "base", "--dry-run").succeeds().results()).startsWith("  stamp  base\n");
        assertThat(shell.json("stamp", "base").succeeds().strings("steps", "revision"))
                .containsExactly("base");
        assertThat(shell.run("history", "--log").succeeds().results())
                .contains("stamp base done\n", "stamp b, c done\n")
                .doesNotContain("null");
    }

    @Test
    void saysThatBaseIsNoRevision() {
        assertThat(shell.run("show", "base").succeeds().words()).isEqualTo("\"base\" stands for no revision.\n");
    }

    @Test
    void s22SaysWhenAnUnknownRevisionWasAppliedAndByWhom(TestDatabase database) {
        shell.run("upgrade").succeeds();
        revisions.remove("b");
        assertThat(shell.run("status").succeeds().results())
                .contains("State    AHEAD", "by " + database.username() + " with migration-cli");
        assertThat(shell.run("show", "b").succeeds().results())
                .contains("State          unknown", "yes, with the script that was stored when it was applied");
    }

    @Test
    void s06NamesBothHeadsAndTheWaysOut() {
        revisions.table("c", "a");
        Ran refused = shell.json("upgrade").exitsWith(1);
        assertThat(refused.errorCode()).isEqualTo("multiple-heads");
        assertThat(refused.json().get("error").get("message").asString()).contains("\"b\", \"c\"", "fork at \"a\"");
        assertThat(refused.json().get("error").get("action").asString()).contains("`merge -m \"…\" b c`");
    }

    @Test
    void drawsTheGraphWithTheStatesOfTheDatabase() {
        revisions.table("c", "a");
        shell.run("upgrade", "b").succeeds();
        assertThat(shell.run("graph").succeeds().results()).isEqualTo("""
                o    c  pending  Revision c (head)
                | @  b  applied  Revision b (head, current)
                |/
                *    a  applied  Revision a
                """);
        assertThat(shell.run("graph", "--offline", "-r", "b:heads").succeeds().results())
                .isEqualTo("*  b  Revision b (head) (revises a)\n");
        assertThat(shell.json("graph").succeeds().strings("revisions", "state"))
                .containsExactly("pending", "applied", "applied");
    }

    @Test
    void drawsForBrowsersAndForOtherPrograms() {
        assertThat(shell.run("graph", "--as", "svg").succeeds().results()).startsWith("<svg ");
        assertThat(shell.run("graph", "--as", "mermaid").succeeds().results()).startsWith("graph TD\n");
        assertThat(shell.run("graph", "--as", "dot").succeeds().results()).startsWith("digraph ");
        assertThat(shell.run("graph", "--as", "png").exitsWith(2).words()).contains("mermaid");
    }
}
