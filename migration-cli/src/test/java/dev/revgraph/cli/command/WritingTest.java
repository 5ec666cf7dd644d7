package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class WritingTest {

    @TempDir
    private Path folder;

    @Test
    void createsARevisionThatFollowsTheHead() throws IOException {
        Revisions.in(folder).table("a", "base");
        Ran created = Shell.in(folder).json("create", "-m", "Add usage logs").succeeds();
        assertThat(created.strings("created", "revision")).containsExactly("20260304_add_usage_logs");
        assertThat(Files.readString(Path.of(created.strings("created", "path").get(0))))
                .startsWith("-- Add usage logs\n--\n-- revises: a\n-- created: 2026-03-04\n\n-- +upgrade\n")
                .contains("\n-- +downgrade\n");
        assertThat(Shell.in(folder).json("heads").strings("revisions", "revision"))
                .containsExactly("20260304_add_usage_logs");
        assertThat(Shell.in(folder)
                        .json("create", "-m", "Add usage logs")
                        .exitsWith(1)
                        .errorCode())
                .isEqualTo("duplicate-revision");
    }

    @Test
    void createChecksParentsAndKeepsLabelsAndDependencies() throws IOException {
        Revisions.in(folder).table("a", "base").table("b", "a");
        Shell shell = Shell.in(folder);
        assertThat(shell.json("create", "-m", "Add x", "--parent", "a")
                        .exitsWith(1)
                        .errorCode())
                .isEqualTo("not-a-head");
        shell.run("create", "-m", "Add x", "--parent", "a", "--splice").succeeds();
        assertThat(shell.json("create", "-m", "Add y").exitsWith(1).errorCode()).isEqualTo("multiple-heads");
        Ran billing = shell.json(
                        "revision",
                        "-m",
                        "Add invoices",
                        "--parent",
                        "base",
                        "--branch",
                        "billing",
                        "--depends-on",
                        "b")
                .succeeds();
        assertThat(Files.readString(Path.of(billing.strings("created", "path").get(0))))
                .contains("-- revises: base\n-- depends-on: b\n-- branch: billing\n");
        Ran next =
                shell.json("create", "-m", "Add lines", "--branch", "billing").succeeds();
        assertThat(Files.readString(Path.of(next.strings("created", "path").get(0))))
                .contains("-- revises: 20260304_add_invoices\n")
                .doesNotContain("branch:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix: add usage logs", "revises: usage logs", "Depends on: usage logs"})
    void createWritesNoDescriptionThatWouldBeReadAsAKey(String description) throws IOException {
        Revisions.in(folder).table("a", "base");
        assertThat(Shell.in(folder)
                        .json("create", "-m", description)
                        .exitsWith(2)
                        .errorCode())
                .isEqualTo("usage");
        Shell.in(folder)
                .run("create", "-m", "Usage logs: one row for each request, see https://example.org")
                .succeeds();
        assertThat(Shell.in(folder).json("heads").strings("revisions", "revision"))
                .containsExactly("20260304_usage_logs_one_row_for_each_request_see_https_example_org");
    }

    @Test
    void s31RefusesPoorNamesAndWarnsOfThem() {
        Revisions.in(folder).table("a", "base").table("fix", "a");
        Shell shell = Shell.in(folder);
        assertThat(shell.json("create", "-m", "update 2").exitsWith(1).errorCode())
                .isEqualTo("poor-name");
        Ran found = shell.json("validate", "--offline").exitsWith(3);
        assertThat(found.strings("findings", "code")).contains("poor-name");
        assertThat(found.strings("findings", "severity")).containsOnly("warning");
        shell.run("validate", "--offline", "--fail-on", "error").succeeds();
        shell.run("create", "-m", "update", "--force-name").succeeds();
    }

    @Test
    void s06MergeJoinsTheHeadsAndTheUpgradeWorks(TestDatabase database) {
        Revisions.in(folder).table("users", "base").table("logs", "users").table("bills", "users");
        Shell shell = Shell.in(folder).with(database);
        assertThat(shell.json("validate", "--offline").exitsWith(3).strings("findings", "code"))
                .containsExactly("multiple-heads");
        assertThat(shell.json("merge", "users", "logs").exitsWith(1).errorCode())
                .isEqualTo("not-a-head");
        assertThat(shell.json("merge", "-m", "Merge logs and bills").succeeds().strings("created", "revision"))
                .containsExactly("20260304_merge_logs_and_bills");
        assertThat(shell.json("upgrade").succeeds().strings("current"))
                .containsExactly("20260304_merge_logs_and_bills");
        shell.run("validate").succeeds();
        assertThat(shell.json("merge").exitsWith(1).errorCode()).isEqualTo("not-a-head");
    }

    @Test
    void s06RebaseMovesTheWholeLineAndNeverAnAppliedOne(TestDatabase database) {
        Revisions.in(folder)
                .table("users", "base")
                .table("logs", "users")
                .table("bills", "users")
                .table("lines", "bills");
        Shell shell = Shell.in(folder).with(database);
        shell.run("upgrade", "logs").succeeds();
        assertThat(shell.json("rebase", "logs", "--onto", "lines").exitsWith(1).errorCode())
                .isEqualTo("already-applied");
        assertThat(shell.json("rebase", "lines", "--onto", "logs").succeeds().strings("changed", "revision"))
                .containsExactly("bills");
        assertThat(shell.json("upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("bills", "lines");
    }

    @Test
    void validateReportsWhatTheDatabaseObjectsTo(TestDatabase database) {
        Revisions files = Revisions.in(folder).table("users", "base");
        Shell shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
        files.add("users", "base", "CREATE TABLE t_users (id bigint);", "DROP TABLE t_users;");
        assertThat(shell.json("validate").exitsWith(3).strings("findings", "code"))
                .containsExactly("modified");
        shell.run("validate", "--offline").succeeds();
    }
}
