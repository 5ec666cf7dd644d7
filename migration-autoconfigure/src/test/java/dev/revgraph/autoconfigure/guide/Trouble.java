package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import dev.revgraph.guide.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person in trouble: an application, its database, and a section of the page that is to help. */
final class Trouble implements AutoCloseable {

    static final String USERS = "20260401_create_users";
    static final String LOGINS = "20260402_create_logins";
    static final String OPEN = "management.endpoint.migrations.access=unrestricted";

    private final GuidedApplication application;
    private final List<Block> blocks;
    private final CapturedOutput output;
    private final JdbcClient jdbc;
    private int at;
    private int seen;

    /** With two revisions, not applied yet. */
    Trouble(String section, TestDatabase database, Path folder, CapturedOutput output) {
        this.application = new GuidedApplication(database, folder);
        this.blocks = Page.read("docs/troubleshooting.md").blocks(section);
        this.output = output;
        this.jdbc = database.jdbc();
        revision(
                USERS,
                "base",
                "Create users",
                "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);",
                "DROP TABLE users;");
        revision(
                LOGINS, USERS, "Create logins", "CREATE TABLE logins (user_id bigint NOT NULL);", "DROP TABLE logins;");
    }

    GuidedApplication application() {
        return application;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void revision(String id, String revises, String description, String upgrade, String downgrade) {
        application.revisions().file(id + ".sql", """
                -- %s
                -- revises: %s

                -- +upgrade
                %s

                -- +downgrade
                %s
                """.formatted(description, revises, upgrade, downgrade));
    }

    /** The revisions of a release that has the first one only, as a property. */
    String olderRelease() {
        return "migration.locations="
                + application
                        .revisions()
                        .beside("older")
                        .file(
                                USERS + ".sql",
                                "-- Create users\n-- revises: base\n\n-- +upgrade\nCREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n\n-- +downgrade\nDROP TABLE users;\n")
                        .location();
    }

    /** The application starts, with these properties. */
    void starts(String... properties) {
        application.start(properties);
    }

    /** The start is refused, and the next block is on the screen. */
    void isRefusedAsShown(String... properties) {
        seen = output.getAll().length();
        application.refuse(properties);
        Shown.in(next("text"), output.getAll().substring(seen));
    }

    /** The next block is a request, which is answered. */
    Answer asks() {
        Block block = next("shell");
        return application.ask(block).has(200);
    }

    /** The next block is a query; whoever runs it sees this many rows. */
    void queries(int rows) {
        Block block = next("sql");
        List<Map<String, Object>> found =
                jdbc.sql(block.text().strip().replaceAll(";$", "")).query().listOfRows();
        assertThat(found).as(block.toString()).hasSize(rows);
    }

    /** The next block is a statement, which is run. */
    void executes() {
        jdbc.sql(next("sql").text().strip().replaceAll(";$", "")).update();
    }

    /** The next block is a file. */
    void writes() {
        application.write(next("sql"));
    }

    /** The next block is shown for something that was seen. */
    void sees(String text) {
        Block block = next(blocks.get(at).language());
        if (block.is("json")) {
            ShownJson.in(block, text);
        } else {
            Shown.in(block, text);
        }
    }

    /** How the database stands. */
    String state() {
        return application.get("/migrations/default").json().path("state").asString();
    }

    private Block next(String language) {
        assertThat(at).as("The section has no further block.").isLessThan(blocks.size());
        Block block = blocks.get(at++);
        assertThat(block.language()).as(block.toString()).isEqualTo(language);
        return block;
    }

    /** Everything that the section shows was of use. */
    @Override
    public void close() {
        application.close();
        assertThat(blocks.subList(at, blocks.size()))
                .as("Blocks that nobody has run")
                .isEmpty();
    }
}
