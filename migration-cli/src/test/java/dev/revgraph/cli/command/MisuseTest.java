package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.Revisions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisuseTest {

    @TempDir
    private Path folder;

    @Test
    void suggestsTheNearCommandAndTheNearOption() {
        Shell shell = Shell.in(folder);
        assertThat(shell.run("upgarde").exitsWith(2).words()).contains("`upgrade`");
        assertThat(shell.run("upgrade", "--dryrun").exitsWith(2).words()).contains("`--dry-run`");
        assertThat(shell.json("upgrade", "--dryrun").exitsWith(2).errorCode()).isEqualTo("usage");
        shell.run().exitsWith(2);
    }

    @Test
    void asksForADatabaseWhereNoneIsNamed() {
        Revisions.in(folder).table("a", "base");
        Ran refused = Shell.in(folder).json("status").exitsWith(2);
        assertThat(refused.json().get("error").get("message").asString()).contains("--url", "DATABASE_URL");
    }

    @Test
    void readsTheFilesWithoutADatabase() {
        Revisions.in(folder).table("a", "base");
        assertThat(Shell.in(folder).json("heads").succeeds().strings("revisions", "revision"))
                .containsExactly("a");
        assertThat(Shell.in(folder).json("show", "a").succeeds().strings("revisions", "revision"))
                .containsExactly("a");
    }

    @Test
    void s10SaysWhatWasLookedForWhereALocationIsMissing() {
        Ran failed = Shell.in(folder.resolve("nowhere")).json("heads").exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("missing-location");
        assertThat(failed.json().get("error").get("message").asString())
                .contains(folder.resolve("nowhere").resolve("revisions").toString());
    }

    @Test
    void saysInASentenceThatTheServerDoesNotAnswer() {
        Revisions.in(folder).table("a", "base");
        Shell shell = Shell.in(folder).variable("DATABASE_URL", "postgres://me:hush@localhost:1/db");
        Ran failed = shell.json("status").exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("connection");
        assertThat(failed.results() + failed.words()).doesNotContain("hush");
    }

    @Test
    void neverPrintsThePasswordOfAUrlThatCannotBeRead() {
        Shell shell = Shell.in(folder).variable("DATABASE_URL", "postgres://me:hu sh@localhost:1/db");
        Ran failed = shell.json("status").exitsWith(1);
        assertThat(failed.results() + failed.words()).doesNotContain("hu sh").contains("%40");
        Ran other = Shell.in(folder)
                .json("status", "--url", "jdbc:mysql://localhost/db?password=hush")
                .exitsWith(1);
        assertThat(other.errorCode()).isEqualTo("not-postgresql");
        assertThat(other.results() + other.words()).doesNotContain("hush");
    }
}
