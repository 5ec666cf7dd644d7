package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.revgraph.backup.ClientPrograms;
import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Back up, apply, look, and go back. */
@PostgresTest
class S26BackupTest {

    private static final String PATH = System.getenv("PATH");

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Revisions revisions;
    private Shell shell;

    S26BackupTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void upgrade() {
        revisions = Revisions.in(folder).table("a", "base").table("b", "a");
        database.mayCreateDatabases(true);
        shell = Shell.in(folder)
                .with(database)
                .withPrograms()
                .variable("MIGRATION_BACKUP_FOLDER", folder.resolve("backups").toString());
        shell.run("upgrade", "a").succeeds();
        database.jdbc()
                .sql("INSERT INTO t_a SELECT n FROM generate_series(1, 7) AS n")
                .update();
    }

    private void requirePrograms() {
        assumeThat(Stream.of(PATH.split(":")).anyMatch(each -> Files.exists(Path.of(each, "pg_dump"))))
                .as("pg_dump")
                .isTrue();
        assumeThat(new ClientPrograms(PATH, null).objection(database.majorVersion()))
                .as("pg_dump of the server's version or newer")
                .isEmpty();
    }

    private List<Path> backups() {
        if (!Files.isDirectory(folder.resolve("backups"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(".dump"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void backsUpBeforeItAppliesAndRestores() {
        requirePrograms();

        Ran upgrade = shell.json("upgrade", "--backup").succeeds();

        assertThat(upgrade.results())
                .contains(
                        "\"current\": [\"b\"]",
                        "\"backup\": {\"file\": \"" + backups().get(0));
        String file = backups().get(0).toString();
        Ran asked = shell.run("restore", file);
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.words())
                .contains(
                        "takes the place of \"" + database.name() + "\", which is at b and has 4 tables",
                        "`restore " + file + " --yes`");

        Ran restored = shell.run("restore", file, "--yes").succeeds();

        assertThat(restored.results()).contains("3 tables with 9 rows are as they were; the database is at a");
        assertThat(shell.run("current").succeeds().results()).contains("a");
        String kept = restored.results().replaceAll("(?s).*DROP DATABASE (\\S+)\\.\n", "$1");
        JdbcClient.create(database.superuserDataSource())
                .sql("DROP DATABASE " + kept + " WITH (FORCE)")
                .update();
    }

    @Test
    void makesNoBackupWhereThereIsNothingToDo() {
        shell.run("upgrade").succeeds();

        shell.run("upgrade", "--backup").succeeds();
        shell.run("upgrade", "--safe").succeeds();

        assertThat(backups()).isEmpty();
    }

    @Test
    void printsTheBackupAsJson() {
        requirePrograms();

        assertThat(shell.json("backup", "--keep", "1").succeeds().results())
                .contains("\"database\": \"" + database.name() + "\"", "\"current\": [\"a\"]", "\"rows\": 9");
    }

    @Test
    void upgradesSafely() {
        requirePrograms();

        Ran safe = shell.run("upgrade", "--safe").succeeds();

        assertThat(safe.words())
                .containsSubsequence("Validating.", "Backed up: ", "upgrade b", "Looking whether all is well.");
        assertThat(backups()).hasSize(1);
    }

    @Test
    void saysHowToGoBackWhenASafeUpgradeFails() {
        requirePrograms();
        revisions.add("c", "b", "SELECT 1 / 0;", "SELECT 1;");

        Ran failed = shell.run("upgrade", "--safe");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.words())
                .contains(
                        "Of this upgrade remain: b.",
                        "  downgrade b@-1\n",
                        "`restore " + backups().get(0) + "`",
                        "division by zero");
        shell.run("downgrade", "b@-1").succeeds();
        assertThat(shell.run("current").results()).contains("a");
    }

    @Test
    void goesBackByItselfWhereThatIsAskedFor() {
        requirePrograms();
        revisions.add("c", "b", "SELECT 1 / 0;", "SELECT 1;");

        Ran failed = shell.run("upgrade", "--safe", "--rollback-on-failure");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.words()).contains("The database is where it was.", "division by zero");
        assertThat(shell.json("current").strings("revisions", "revision")).containsExactly("a");
        assertThat(shell.run("history", "--log").results()).contains("--rollback-on-failure");
    }

    @Test
    void doesNotBeginASafeUpgradeThatIsNotReady() {
        revisions.add("a", "base", "CREATE TABLE other (id int);", "DROP TABLE other;");

        Ran refused = shell.json("upgrade", "--safe");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.results()).contains("\"code\": \"not-ready\"", "has changed since it was applied");
        assertThat(backups()).isEmpty();
    }

    @Test
    void refusesAFlagThatMeansNothing() {
        assertThat(shell.run("upgrade", "--rollback-on-failure").exitCode()).isEqualTo(2);
        assertThat(shell.run("upgrade", "--sql", "--backup").exitCode()).isEqualTo(2);
        assertThat(shell.run("backup", "--keep", "0").exitCode()).isEqualTo(2);
    }
}
