package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S29: docs/ci-and-kubernetes.md, typed. */
@PostgresTest
class PipelinePageIT {

    private static final Pattern COMMAND = Pattern.compile("command: \\[(.*)]");

    private final Page page = Page.read("docs/ci-and-kubernetes.md");

    @TempDir
    private Path folder;

    private Bash bash;

    @BeforeEach
    void writeRevisions(TestDatabase database) throws Exception {
        Bash.require("bash", "jq");
        Path files = Files.createDirectories(folder.resolve("src/main/resources/db"));
        Revisions.in(files)
                .add("20260105_create_users", "base", "CREATE TABLE users (id int);", "DROP TABLE users;")
                .add(
                        "20260106_add_usage",
                        "20260105_create_users",
                        "CREATE TABLE usage (id int);",
                        "DROP TABLE usage;");
        bash = new Bash(folder, database);
    }

    private String type(String heading) throws Exception {
        StringBuilder printed = new StringBuilder();
        for (Block block : page.blocks(heading)) {
            if (block.is("shell")) {
                printed.append(bash.type(block.text()));
            }
        }
        return printed.toString();
    }

    @Test
    void s29ChecksInAPullRequestWithoutADatabaseAndWithAnEmptyOne() throws Exception {
        assertThat(type("In a pull request")).contains("Nothing was found.", "the database is at 20260106_add_usage.");
    }

    @Test
    void s29ReadsJsonBeforeADeploymentAndGoesBack() throws Exception {
        assertThat(type("Before a deployment"))
                .contains("State    EMPTY", "EMPTY\n20260105_create_users\n20260106_add_usage\n")
                .containsPattern("20260106_add_usage \\d+ ms\n20260106_add_usage\n")
                .contains("no-such-revision: There is no revision or label \"nowhere\".");
        assertThat(type("Back"))
                .contains("1 step; the database would be at 20260105_create_users.")
                .contains("Reason  release 1.4.0 is withdrawn");
    }

    @Test
    void s25SaysWhatStandsInTheWayOfADeployment(TestDatabase database) throws Exception {
        database.jdbc().sql("CREATE SCHEMA shop").update();
        database.jdbc().sql("CREATE TABLE shop.orders (id int)").update();
        database.jdbc().sql("CREATE INDEX orders_id ON shop.orders (id)").update();
        JdbcClient.create(database.superuserDataSource())
                .sql("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'shop.orders_id'::regclass")
                .update();
        assertThat(type("What stands in the way of a deployment"))
                .contains("warning invalid-index: The index shop.orders_id of the table shop.orders is INVALID");
    }

    @Test
    void s29TheCommandsOfTheManifestsMigrateAndEnd() throws Exception {
        List<String> commands = page.blocks().stream()
                .filter(block -> block.is("yaml"))
                .map(block -> COMMAND.matcher(block.text()))
                .filter(Matcher::find)
                .map(command -> command.group(1).replace(",", ""))
                .toList();
        assertThat(commands).hasSize(2);
        assertThat(bash.type(commands.get(0))).contains("2 steps done; the database is at 20260106_add_usage.");
        assertThat(bash.type(commands.get(1))).contains("Nothing to do");
    }
}
