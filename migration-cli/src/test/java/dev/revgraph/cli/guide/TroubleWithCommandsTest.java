package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import dev.revgraph.guide.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections of the troubleshooting page in which a command is typed: what it prints is what the page shows. */
@PostgresTest
class TroubleWithCommandsTest {

    private static final String USERS = "20260401_create_users";
    private static final String LOGINS = "20260402_create_logins";
    private static final String CREATE_USERS = "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);";
    private static final String CREATE_LOGINS = "CREATE TABLE logins (user_id bigint NOT NULL);";

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Revisions revisions;
    private Shell shell;

    TroubleWithCommandsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void upgrade() {
        revisions = Revisions.in(folder)
                .add(USERS, "base", CREATE_USERS, "DROP TABLE users;")
                .add(LOGINS, USERS, CREATE_LOGINS, "DROP TABLE logins;");
        database.mayCreateDatabases(true);
        shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
    }

    @Test
    void s09TheDatabaseIsNotWhatTheRevisionsMake() {
        database.jdbc().sql("ALTER TABLE users ADD nickname text").update();
        shows(
                "S09 The database is not what the revisions make",
                shell.run("drift").exitsWith(3));
    }

    @Test
    void s18ARevisionOutOfTheEntitiesOrOfASchemaSql() throws IOException {
        Path model = folder.resolve("schema.sql");
        Files.writeString(model, CREATE_USERS.replace(");", ", nickname text);") + CREATE_LOGINS);
        shows(
                "S18 A revision out of the entities, or of a schema.sql",
                shell.run("check", "--model", model.toString()).exitsWith(3));
    }

    @Test
    void s24ADbaWantsTheSql() {
        shows("S24 A DBA wants the SQL", shell.run("upgrade", "--sql").succeeds());
    }

    @Test
    void s25IsEverythingReadyForTheDeployment() {
        revisions.file(
                "20260405_fix",
                "-- Fix",
                "-- revises: " + LOGINS,
                "-- +upgrade",
                "ALTER TABLE users ADD nickname text;");
        shows(
                "S25 Is everything ready for the deployment?",
                shell.run("validate").exitsWith(3));
    }

    @Test
    void s26ABackupAndBackToIt() throws IOException {
        Path program = Files.createDirectories(folder.resolve("old")).resolve("pg_dump");
        Files.writeString(program, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 13.4'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        shows(
                "S26 A backup, and back to it",
                shell.run("backup", "--programs", folder.resolve("old").toString())
                        .exitsWith(1));
    }

    @Test
    void s28BeginAnew() {
        shows("S28 Begin anew", shell.run("reset").exitsWith(1));
    }

    @Test
    void s32IsEveryDowngradeRight() {
        revisions.add(
                "20260405_add_nicknames",
                LOGINS,
                "ALTER TABLE users ADD COLUMN nickname text; CREATE INDEX users_nickname_idx ON users (nickname);",
                "DROP INDEX users_nickname_idx;");
        shows(
                "S32 Is every downgrade right?",
                shell.run("validate", "--round-trip").exitsWith(3));
    }

    private static void shows(String section, Ran ran) {
        List<Block> blocks = Page.read("docs/troubleshooting.md").blocks(section);
        assertThat(blocks).hasSize(1);
        Shown.in(blocks.get(0), ran.results() + ran.words());
    }
}
