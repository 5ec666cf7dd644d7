package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S24: what docs/commands.md says of scripts, typed. */
@PostgresTest
class ScriptsIT {

    @TempDir
    private Path folder;

    @Test
    void s24ScriptsOfThePageMoveADatabase(TestDatabase database) throws Exception {
        Bash.require("bash", "psql");
        Path files = Files.createDirectories(folder.resolve("db"));
        Revisions.in(files).table("20250514_create_base", "base").table("20250515_add_logs", "20250514_create_base");
        String commands = Page.read("docs/commands.md")
                .blocks("A script for somebody else to run")
                .get(0)
                .text();
        assertThat(new Bash(folder, database).type(commands)).isEmpty();
        assertThat(Shell.in(files).with(database).json("history", "--log").strings("entries", "operation"))
                .containsExactly("upgrade", "downgrade", "upgrade", "upgrade");
        assertThat(Shell.in(files).with(database).json("current").strings("revisions", "revision"))
                .containsExactly("20250515_add_logs");
    }
}
