package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/from-alembic.md, typed. */
@PostgresTest
class AlembicPageIT {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Page page = Page.read("docs/from-alembic.md");

    @TempDir
    private Path folder;

    /** In the order of the table: each finds what the ones before it have left. */
    @Test
    void everyCommandOfTheTableSucceeds(TestDatabase database) {
        Revisions.in(folder)
                .table("20260105_create_users", "base")
                .table("20260106_add_usage", "20260105_create_users")
                .table("20260107_add_totals", "20260106_add_usage");
        Shell shell = Shell.in(folder).with(database);
        List<List<String>> rows = page.table("Commands");
        assertThat(rows).hasSizeGreaterThan(20);
        rows.forEach(row -> {
            assertThat(row.get(0)).startsWith("`alembic ");
            shell.run(words(row.get(1).replace("`", ""))).succeeds();
        });
        assertThat(shell.json("heads").strings("revisions", "revision"))
                .containsExactly("20260304_add_bills", "20260304_join_invoices_and_coupons");
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(match -> words.add(match.group(1) == null ? match.group(2) : match.group(1)));
        return words.toArray(String[]::new);
    }

    @Test
    void carriesADatabaseOverThatAlembicHasMade(TestDatabase database) throws Exception {
        Bash.require("bash");
        Path files = Files.createDirectories(folder.resolve("db"));
        Revisions revisions =
                Revisions.in(files).add("0f1e2d3c4b5a", "base", "CREATE TABLE users (id int);", "DROP TABLE users;");
        List<Block> blocks = page.blocks("Carry a database over");
        for (String statement : List.of(
                "CREATE TABLE users (id int)",
                "CREATE TABLE usage_logs (id bigint PRIMARY KEY)",
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('1a2b3c4d5e6f')")) {
            database.jdbc().sql(statement).update();
        }
        Bash bash = new Bash(folder, database);
        List<Block> shell = blocks.stream().filter(block -> block.is("shell")).toList();
        assertThat(bash.type(shell.get(0).text())).contains("State    UP_TO_DATE", "Current  0f1e2d3c4b5a");

        Shell.in(files).with(database).run("stamp", "--purge", "base").succeeds();
        List<Block> sql = blocks.stream().filter(block -> block.is("sql")).toList();
        revisions.file("1a2b3c4d5e6f_add_usage_logs", sql.get(0).text());
        assertThat(bash.type(shell.get(1).text()))
                .contains("Nothing has been changed; to do it: `adopt --yes`", "1a2b3c4d5e6f", "Add usage logs");
        database.jdbc().sql(sql.get(1).text()).update();
        Shell.in(files).with(database).run("downgrade", "base", "--yes").succeeds();
    }
}
