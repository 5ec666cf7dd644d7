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

/** What the database has recorded is to be seen while somebody has broken the revision files. */
@PostgresTest
class UnreadableFilesTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private Revisions revisions;

    @BeforeEach
    void upgradeAndBreakTheFiles(TestDatabase database) {
        revisions = Revisions.in(folder).table("a", "base").table("b", "a");
        shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
        revisions.file("c", "-- No parent", "-- revise: b", "-- +upgrade", "SELECT 1;");
    }

    @Test
    void s04SaysWhatIsRecordedAndWhatIsWrongWithTheFiles() {
        String file = folder.resolve("revisions").resolve("c.sql").toString();

        assertThat(shell.run("status").succeeds().results())
                .startsWith("""
                        State    INVALID
                        Current  b
                        Heads    (the files cannot be read)
                        Applied  2
                        Pending  (the files cannot be read)

                        Problems:
                        """)
                .contains("  " + file + ":2: ", "\"revise\"", "\"revises\"");
        Ran json = shell.json("status", "--exit-code").exitsWith(3);
        assertThat(json.strings("current")).containsExactly("b");
        assertThat(json.json().get("applied").asInt()).isEqualTo(2);
        assertThat(json.strings("problems", "code")).containsOnly("bad-header");
    }

    @Test
    void s04SaysItOfACycleAndOfAnIdThatIsThereTwice() {
        revisions.remove("c").table("c", "d").table("d", "c");
        Ran cycle = shell.json("status").succeeds();
        assertThat(cycle.strings("current")).containsExactly("b");
        assertThat(cycle.strings("problems", "code")).contains("cycle");

        revisions
                .remove("d")
                .file("c", "-- Another a", "-- revision: a", "-- revises: base", "-- +upgrade", "SELECT 1;");
        Ran twice = shell.json("status").succeeds();
        assertThat(twice.strings("current")).containsExactly("b");
        assertThat(twice.strings("problems", "code")).contains("duplicate-revision");
    }

    @Test
    void showsTheCurrentHeads() {
        Ran current = shell.json("current").succeeds();
        assertThat(current.strings("revisions", "revision")).containsExactly("b");
        assertThat(current.strings("revisions", "state")).containsExactly("applied");
        assertThat(current.words()).contains("c.sql:2");
    }

    @Test
    void showsTheHistoryThatIsRecordedAndFails() {
        Ran history = shell.run("history").exitsWith(1);
        assertThat(history.results()).isEqualTo("""
                REVISION  REVISES  STATE    DESCRIPTION
                b         a        applied  Revision b (current)
                a         base     applied  Revision a
                """);
        assertThat(history.words()).contains("the files cannot be read", "c.sql:2");
        assertThat(shell.json("history").exitsWith(1).errorCode()).isEqualTo("bad-header");
        assertThat(shell.run("show", "a").exitsWith(1).results()).contains("State          applied");
        assertThat(shell.json("show", "c").exitsWith(1).errorCode()).isEqualTo("bad-header");
        assertThat(shell.run("graph").exitsWith(1).results()).contains("@  b  applied");
        shell.run("history", "--log").succeeds();
    }

    @Test
    void leavesTheQuestionForTheFilesUnanswered() {
        assertThat(shell.run("heads").exitsWith(1).words()).contains("c.sql:2");
        assertThat(shell.run("upgrade").exitsWith(1).words()).contains("c.sql:2");
    }
}
