package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Program;
import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of writing and checking revision files, with the packed program. */
@PostgresTest
class WritingIT {

    @TempDir
    private Path folder;

    @Test
    void s06LeadsOutOfTwoHeadsByMergeOrByRebase(TestDatabase database) throws Exception {
        Revisions.in(folder).table("users", "base").table("logs", "users").table("bills", "users");
        Program program = Program.in(folder).with(database);
        Ran refused = program.run("upgrade").exitsWith(1);
        assertThat(refused.words()).isEqualTo("""
                The graph has several heads, "bills", "logs" (they fork at "users"), where "head" has to be one.
                Type `merge -m "…" bills logs` to join them, `rebase logs --onto bills` to put them in a row, \
                `upgrade heads` to mean all, or `upgrade bills` to mean one.
                """);
        assertThat(Program.in(folder).json("validate", "--offline").exitsWith(3).strings("findings", "code"))
                .containsExactly("multiple-heads");
        Ran merged = program.run("merge", "-m", "Join bills and logs", "bills", "logs")
                .succeeds();
        Path file = Path.of(merged.results().strip());
        assertThat(Files.readString(file)).contains("-- revises: bills, logs\n");
        assertThat(program.json("upgrade").succeeds().strings("current"))
                .containsExactly(file.getFileName().toString().replace(".sql", ""));

        Files.delete(file);
        Shell shell = Shell.in(folder);
        assertThat(Program.in(folder)
                        .json("rebase", "logs", "--onto", "bills", "--offline")
                        .succeeds()
                        .strings("changed", "revision"))
                .containsExactly("logs");
        shell.json("validate", "--offline").succeeds();
    }

    @Test
    void s18MakesARevisionByHand(TestDatabase database) throws Exception {
        Revisions.in(folder).table("users", "base");
        Program program = Program.in(folder).with(database);
        Ran created = program.run("create", "-m", "Add usage logs").succeeds();
        Path file = Path.of(created.results().strip());
        assertThat(file.getFileName().toString()).matches("\\d{8}_add_usage_logs\\.sql");
        String text = Files.readString(file);
        assertThat(text)
                .startsWith("-- Add usage logs\n--\n-- revises: users\n")
                .contains("\n-- +upgrade\n");
        Files.writeString(
                file,
                text.replace("\n-- +upgrade\n", "\n-- +upgrade\nCREATE TABLE logs (id int);\n")
                        .replace("\n-- +downgrade\n", "\n-- +downgrade\nDROP TABLE logs;\n"));
        assertThat(program.json("upgrade").succeeds().strings("steps", "description"))
                .containsExactly("Revision users", "Add usage logs");
        assertThat(program.json("create", "-m", "Add usage logs").exitsWith(1).errorCode())
                .isEqualTo("duplicate-revision");
    }

    @Test
    void s31WarnsOfPoorNames() throws Exception {
        Revisions.in(folder).table("users", "base").table("fix", "users");
        Ran found = Program.in(folder).run("validate", "--offline").exitsWith(3);
        assertThat(found.results()).contains("warning  poor-name", "The name \"fix\" does not say what is changed.");
        assertThat(Program.in(folder)
                        .json("create", "-m", "update 2")
                        .exitsWith(1)
                        .errorCode())
                .isEqualTo("poor-name");
    }
}
