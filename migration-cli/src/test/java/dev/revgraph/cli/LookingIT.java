package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Golden;
import dev.revgraph.cli.fixture.Program;
import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of asking where a database is, with the packed program. */
@PostgresTest
class LookingIT {

    @TempDir
    private Path folder;

    private Program program;
    private Shell shell;
    private Revisions revisions;
    private String role;

    @BeforeEach
    void writeRevisions(TestDatabase database) {
        revisions = Revisions.in(folder).table("a", "base").table("b", "a");
        program = Program.in(folder).with(database);
        shell = Shell.in(folder).with(database);
        role = database.username();
    }

    private String golden(String text) {
        return Golden.of(text, role, folder);
    }

    @Test
    void s04SaysWhatStateTheDatabaseIsIn() throws Exception {
        shell.run("upgrade", "a").succeeds();
        Ran text = program.run("status", "--exit-code").exitsWith(3);
        assertThat(text.results()).isEqualTo("""
                State    PENDING
                Current  a
                Heads    b
                Applied  1
                Pending  1

                Pending, in the order in which `upgrade` applies them:
                  b  Revision b
                """);
        Ran json = program.json("status").succeeds();
        assertThat(json.words()).isEmpty();
        assertThat(json.json().propertyNames())
                .containsExactly("state", "current", "heads", "applied", "pending", "unknown", "problems");
        assertThat(json.json().get("state").asString()).isEqualTo("PENDING");
        assertThat(json.strings("pending", "revision")).containsExactly("b");
    }

    @Test
    void s05ListsWhoAppliedWhatWhenAndHowLongItTook() throws Exception {
        shell.run("upgrade", "a").succeeds();
        assertThat(golden(program.run("history", "-v").succeeds().results())).isEqualTo("""
                Revision       b (head)
                Description    Revision b
                Revises        a
                State          pending
                Declared in    FOLDER/revisions/b.sql
                Kind           sql
                Can be undone  yes

                Revision       a (current)
                Description    Revision a
                Revises        base
                State          applied
                Applied        TIME (AGO), in DURATION
                By             ROLE with migration-cli
                Declared in    FOLDER/revisions/a.sql
                Kind           sql
                Can be undone  yes
                """);
        assertThat(program.json("history", "--log").succeeds().strings("entries", "operation"))
                .containsExactly("upgrade");
    }

    @Test
    void s10WorksFromAnotherFolderAndSaysWhatItLookedFor() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Program moved =
                Program.in(elsewhere).variable("MIGRATION_LOCATIONS", "filesystem:" + folder.resolve("revisions"));
        assertThat(moved.json("heads").succeeds().strings("revisions", "revision"))
                .containsExactly("b");
        Ran lost = Program.in(elsewhere)
                .without("MIGRATION_LOCATIONS")
                .run("heads")
                .exitsWith(1);
        assertThat(lost.results()).isEmpty();
        assertThat(lost.words())
                .contains("looked for the folder \"" + elsewhere.resolve("db/revisions"), "the option --location");
    }

    @Test
    void s22SaysWhenAndByWhomAnUnknownRevisionWasApplied() throws Exception {
        shell.run("upgrade").succeeds();
        revisions.remove("b");
        assertThat(golden(program.run("status").succeeds().results())).isEqualTo("""
                State    AHEAD
                Current  b
                Heads    a
                Applied  2
                Pending  0

                Applied, but not among these files (a newer release has them; `show` tells whether they can be undone from here):
                  b  TIME (AGO) by ROLE with migration-cli
                """);
        assertThat(program.run("show", "b").succeeds().results())
                .contains(
                        "State          unknown",
                        "Can be undone  yes, with the script that was stored when it was applied");
    }

    @Test
    void s29TellsAPipelineByExitCodeAndJson() throws Exception {
        assertThat(program.json("status", "--exit-code")
                        .exitsWith(3)
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("EMPTY");
        assertThat(program.json("upgrade").succeeds().strings("current")).containsExactly("b");
        assertThat(program.json("upgrade", "nowhere").exitsWith(1).errorCode()).isEqualTo("no-such-revision");
        assertThat(program.json("upgrade", "--tomorrow").exitsWith(2).errorCode())
                .isEqualTo("usage");
        assertThat(program.without("DATABASE_URL")
                        .variable("DATABASE_URL", "postgres://me:hush@localhost:1/db")
                        .json("status")
                        .exitsWith(1)
                        .errorCode())
                .isEqualTo("connection");
    }
}
