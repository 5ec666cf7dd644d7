package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.Revisions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"", "pg_records", "a23456789_123456789_123456789_123456789_123456789_123456789_1234"})
    void refusesASchemaThatPostgresqlCannotKeep(String schema) {
        Revisions.in(folder).table("a", "base");
        Ran refused = Shell.in(folder).json("heads", "--schema", schema).exitsWith(2);
        assertThat(refused.errorCode()).isEqualTo("usage");
        assertThat(refused.json().get("error").get("message").asString())
                .startsWith("\"" + schema + "\" is no name for a schema. It ");
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
        Ran failed = shell.json("status").exitsWith(2);
        assertThat(failed.results() + failed.words()).doesNotContain("hu sh").contains("%40");
        Ran other = Shell.in(folder)
                .json("status", "--url", "jdbc:mysql://localhost/db?password=hush")
                .exitsWith(1);
        assertThat(other.errorCode()).isEqualTo("not-postgresql");
        assertThat(other.results() + other.words()).doesNotContain("hush");
    }

    @Test
    void saysWhichWordIsUnknown() {
        Shell shell = Shell.in(folder);
        assertThat(shell.run("upgarde").words()).startsWith("There is no command \"upgarde\".\n");
        assertThat(shell.run("upgrade", "--resaon=x").words())
                .startsWith("There is no option \"--resaon\".\n")
                .contains("`--reason`");
        assertThat(shell.run("current", "a").words()).startsWith("\"a\" is one word too many for `current`.\n");
    }

    /** Whoever finds it out: what reads the options, the command, or the engine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgarde",
                "heads --lokation=x",
                "upgrade --reason",
                "show",
                "stamp",
                "create",
                "rebase a",
                "restore",
                "graph --as=x",
                "heads --format=xml",
                "heads --format=JSON",
                "heads --placeholder=x",
                "heads --location=",
                "heads --location=classpath:",
                "history --range=a",
                "history --range=a:b:c",
                "history --log --limit=x",
                "history --log --limit=0",
                "status --url=hush",
                "status --url=",
                "status --url=jdbc:postgresql://localhost:xx/db",
                "backup --keep=x",
                "validate --fail-on=never",
                "validate --round-trip --shadow-url=hush",
                "check --model=a.sql --shadow-url=hush",
                "upgrade a:b",
                "completion fishy"
            })
    void endsWithTwoForWrongUsage(String typed) {
        Revisions.in(folder).table("a", "base");
        assertThat(Shell.in(folder).json(typed.split(" ")).exitsWith(2).errorCode())
                .isEqualTo("usage");
    }

    @Test
    void namesTheHostThatIsUnknown() {
        Revisions.in(folder).table("a", "base");
        Ran failed = Shell.in(folder)
                .json("status", "--url", "postgres://me:hush@no-such-host.invalid/db")
                .exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("connection");
        assertThat(failed.json().get("error").get("message").asString())
                .isEqualTo("The database cannot be reached: the host \"no-such-host.invalid\" is not known.");
    }

    @Test
    void namesNearRevisions() {
        Revisions.in(folder).table("20250101_add_users", "base");
        Ran failed = Shell.in(folder).run("show", "20250101_ad_users").exitsWith(1);
        assertThat(failed.words()).contains("\"20250101_add_users\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://me:hu/sh@localhost/db",
                "postgres://me:hu@sh@localhost:1/db",
                "postgres://me:1/hush@localhost/db",
                "jdbc:postgresql://localhost:xx/db?password=hush",
                "jdbc:postgresql://localhost:1/db?sslmode=odd&password=hush",
                "jdbc:postgresql://me:hush@localhost/db",
                "jdbc:oracle:me/hush@localhost",
                "hush"
            })
    void neverPrintsAPasswordInAUrl(String url) {
        Revisions.in(folder).table("a", "base");
        for (Ran failed : List.of(
                Shell.in(folder).run("status", "--url", url, "--debug"),
                Shell.in(folder).json("status", "--url", url))) {
            assertThat(failed.exitCode()).isPositive();
            assertThat(failed.results() + failed.words()).doesNotContain("hush", "hu/sh", "hu@sh");
        }
    }
}
