package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/from-flyway.md} are typed. */
@PostgresTest
class FlywayPageTest {

    private static final Page PAGE = Page.read("docs/from-flyway.md");

    @TempDir
    private Path folder;

    @Test
    void carriesAProjectAndItsDatabasesOver(TestDatabase database) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migration"));
        Files.writeString(migrations.resolve("V1.2__add_users.sql"), "CREATE TABLE users (id int);");
        Files.writeString(migrations.resolve("U1.2__add_users.sql"), "DROP TABLE users;");
        Files.writeString(
                migrations.resolve("R__views.sql"),
                "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';");
        migrate(database, migrations);
        Shell shell = Shell.in(folder).with(database);
        List<String> lines = blocks("Carry a project over");
        assertThat(lines).hasSize(3);

        // In the project's folder nobody has to say where the migrations are; the test works in another one.
        assertThat(type(shell, lines.get(0), "--flyway-location", migrations.toString())
                        .words())
                .contains("Nothing has been changed");
        type(shell, lines.get(1), "--flyway-location", migrations.toString());
        type(shell, lines.get(2));
        assertThat(folder.resolve("revisions/v1_2_add_users.sql")).exists();
        assertThat(folder.resolve("repeatable/R__views.sql")).exists();

        try (TestDatabase other = TestDatabase.create()) {
            migrate(other, migrations);
            Shell there = Shell.in(folder).with(other);
            blocks("Every other database").forEach(line -> type(there, line));
            other.jdbc().sql(sql()).update();
            there.run("downgrade", "base", "--yes").succeeds();
        }
    }

    private static void migrate(TestDatabase database, Path migrations) {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }

    private static Ran type(Shell shell, String line, String... more) {
        return shell.run(Stream.concat(
                                Stream.of(line.substring("migration ".length()).split(" ")), Stream.of(more))
                        .toArray(String[]::new))
                .succeeds();
    }

    private static List<String> blocks(String heading) {
        return PAGE.blocks(heading).stream()
                .filter(block -> block.is("shell"))
                .flatMap(block -> block.text().lines())
                .toList();
    }

    private static String sql() {
        return PAGE.blocks("Every other database").stream()
                .filter(block -> block.is("sql"))
                .map(Block::text)
                .findFirst()
                .orElseThrow();
    }
}
