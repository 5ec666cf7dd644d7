package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.revgraph.backup.ClientPrograms;
import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands of {@code docs/backup.md} are typed, and its messages are what comes. */
@PostgresTest
class BackupPageTest {

    private static final String PATH = System.getenv("PATH");
    private static final Page PAGE = Page.read("docs/backup.md");

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Revisions revisions;
    private Shell shell;

    BackupPageTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void upgrade() {
        assumeThat(Stream.of(PATH.split(":")).anyMatch(each -> Files.exists(Path.of(each, "pg_dump"))))
                .as("pg_dump")
                .isTrue();
        assumeThat(new ClientPrograms(PATH, null).objection(database.majorVersion()))
                .as("pg_dump of the server's version or newer")
                .isEmpty();
        revisions = Revisions.in(folder)
                .table("20260401_create_users", "base")
                .table("20260402_create_logins", "20260401_create_users");
        database.mayCreateDatabases(true);
        shell = Shell.in(folder)
                .with(database)
                .withPrograms()
                .variable("MIGRATION_BACKUP_FOLDER", folder.resolve("usual").toString());
        shell.run("upgrade", "20260401_create_users").succeeds();
    }

    @Test
    void beforeAnUpgrade() {
        type("Before an upgrade", 0).succeeds();
        shell.run("downgrade").succeeds();
        type("Before an upgrade", 1).succeeds();
        shell.run("downgrade").succeeds();
        revisions.add("20260403_fail", "20260402_create_logins", "SELECT 1 / 0;", "SELECT 1;");

        Ran failed = shell.run("upgrade", "--safe").exitsWith(1);

        assertThat(failed.words()).containsPattern(shown("Before an upgrade"));
    }

    @Test
    void backUpAndRestore() throws IOException {
        type("Back up", 0).succeeds();
        type("Restore", 0).exitsWith(1);
        Ran restored = type("Restore", 1).succeeds();

        assertThat(restored.results()).containsPattern(shown("Restore"));
        String kept = restored.results().replaceAll("(?s).*DROP DATABASE (\\S+)\\.\n", "$1");
        JdbcClient.create(database.superuserDataSource())
                .sql("DROP DATABASE " + kept + " WITH (FORCE)")
                .update();
    }

    @Test
    void beginAnew() {
        assertThat(type("Begin anew", 0).exitsWith(1).words()).contains("reset --yes");
    }

    /** Types a block as it stands; the folder of backups is a temporary one, and {@code …} the file in it. */
    private Ran type(String heading, int number) {
        String line = blocks(heading, "shell").get(number).text().strip();
        assertThat(line).startsWith("migration ");
        Path backups = folder.resolve("backups");
        return shell.run(Stream.of(line.substring("migration ".length()).split(" "))
                .map(word -> word.equals("backups") ? backups.toString() : word)
                .map(word -> word.equals("backups/…") ? only(backups).toString() : word)
                .toArray(String[]::new));
    }

    private static Path only(Path backups) {
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".dump"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern shown(String heading) {
        String text = blocks(heading, "text").get(0).text().strip();
        return Pattern.compile(Stream.of(text.split("…", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow());
    }

    private static List<Block> blocks(String heading, String language) {
        return PAGE.blocks(heading).stream().filter(block -> block.is(language)).toList();
    }
}
