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
class RepairingTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private Revisions revisions;

    @BeforeEach
    void writeRevisions(TestDatabase database) {
        revisions = Revisions.in(folder).add("a", "base", "CREATE TABLE t (n int);", "DROP TABLE t;");
        shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
    }

    @Test
    void nothingToRepairIsExitCodeZero() {
        assertThat(shell.run("repair").succeeds().results()).isEqualTo("Nothing to repair.\n");
        assertThat(shell.json("repair").succeeds().strings("repairs")).isEmpty();
        assertThat(shell.json("repair", "--done").exitsWith(1).errorCode()).isEqualTo("nothing-to-repair");
        shell.run("repair", "--done", "--again").exitsWith(2);
    }

    @Test
    void s08DecidesWhatTheCatalogCannotTell(TestDatabase database) {
        revisions.file(
                "b",
                "-- B",
                "-- revises: a",
                "-- transaction: off",
                "-- +upgrade",
                "CALL work();",
                "INSERT INTO t VALUES (2);",
                "-- +downgrade");
        shell.run("upgrade").exitsWith(1);
        // As a process leaves it that is killed while the procedure runs.
        database.jdbc()
                .sql("UPDATE migration_revision SET statements_started = 1, statement = 'CALL work()' WHERE id = 'b'")
                .update();
        Ran refused = shell.json("upgrade").exitsWith(1);
        assertThat(refused.errorCode()).isEqualTo("interrupted");
        assertThat(refused.json().get("error").get("action").asString())
                .contains("`repair --done b`", "`repair --again b`");

        assertThat(shell.run("repair").exitsWith(3).results()).isEqualTo("""
                        The upgrade of revision "b" was cut off in statement 1; whether that statement took effect is not known.
                          | CALL work()
                          `repair --done b`
                          `repair --again b`
                        """);
        assertThat(shell.run("repair", "--done", "b", "--dry-run").succeeds().results())
                .endsWith("Nothing is changed yet.\n");
        Ran decided = shell.json("repair", "--done", "b", "--reason", "looked at the rows")
                .succeeds();
        assertThat(decided.strings("repairs", "revision")).containsExactly("b");

        assertThat(shell.json("upgrade").succeeds().strings("current")).containsExactly("b");
        assertThat(shell.run("history", "--log", "--limit", "2").succeeds().results())
                .contains(
                        "repair b done",
                        "looked at the rows (Statement 1 of the upgrade of revision \"b\" counts as done");
    }

    @Test
    void acceptsAChangedFile() {
        revisions.add("a", "base", "CREATE TABLE t (n bigint);", "DROP TABLE t;");
        Ran refused = shell.json("upgrade").exitsWith(1);
        assertThat(refused.errorCode()).isEqualTo("modified");
        assertThat(refused.json().get("error").get("action").asString()).contains("`repair --accept-modified a`");

        shell.run("repair").exitsWith(3);
        shell.run("repair", "--accept-modified", "a").succeeds();

        shell.run("upgrade").succeeds();
        shell.run("repair").succeeds();
    }
}
