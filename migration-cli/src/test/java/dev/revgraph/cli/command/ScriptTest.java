package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

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

@PostgresTest
class ScriptTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void writeRevisions() {
        Revisions.in(folder).table("a", "base").table("b", "a").table("c", "b");
        shell = Shell.in(folder);
    }

    @Test
    void s24WritesScriptsWithoutADatabaseThatPsqlRuns(TestDatabase database) throws Exception {
        Psql psql = Psql.on(database, folder);
        Shell online = Shell.in(folder).with(database);

        Ran up = shell.run("upgrade", "--sql", "--reason", "for the DBA").succeeds();
        assertThat(up.words()).isEmpty();
        assertThat(up.results()).startsWith("-- Upgrade from base to c\n");
        assertThat(psql.run(up.results())).isEqualTo(new Psql.Ran(0, ""));
        assertThat(online.json("status").json().get("state").asString()).isEqualTo("UP_TO_DATE");
        assertThat(online.run("history", "--log").results()).contains("upgrade c done", "Reason  for the DBA");

        String down = shell.run("downgrade", "--sql", "c:-2").succeeds().results();
        assertThat(down).startsWith("-- Downgrade from c to a\n");
        assertThat(psql.run(down)).isEqualTo(new Psql.Ran(0, ""));
        assertThat(online.json("current").strings("revisions", "revision")).containsExactly("a");

        assertThat(psql.run(down).printed()).contains("this step begins at \"c\" with 3", "downgrade --sql a:-2");
        assertThat(psql.run(shell.run("upgrade", "a:+1", "--sql").succeeds().results()))
                .isEqualTo(new Psql.Ran(0, ""));
        assertThat(online.json("downgrade", "base", "--yes").succeeds().strings("steps", "revision"))
                .containsExactly("b", "a");
    }

    @Test
    void saysWhatToTypeInsteadOfWhatCannotBeWritten() {
        Ran nowhere = shell.json("downgrade", "--sql").exitsWith(2);
        assertThat(nowhere.errorCode()).isEqualTo("usage");
        Ran open = shell.run("downgrade", "--sql").exitsWith(2);
        assertThat(open.results()).isEmpty();
        assertThat(open.words()).contains("`downgrade --sql head:-1`");
        assertThat(shell.run("upgrade", "a:b").exitsWith(2).words()).contains("`upgrade b`");
        assertThat(shell.run("upgrade", "--sql", "--dry-run").exitsWith(2).words())
                .contains("leave out `--dry-run`");
        assertThat(shell.run("upgrade", "--sql", "x:b").exitsWith(1).words()).contains("no revision or label \"x\"");
        assertThat(shell.run("upgrade", "--sql", "c:a").succeeds().results()).contains("Nothing to do");
    }
}
