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
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code validate} where a database is asked. */
@PostgresTest
class S25ValidateTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void writeRevisions(TestDatabase database) {
        Revisions.in(folder).table("users", "base");
        shell = Shell.in(folder).with(database);
    }

    @Test
    void findsNothingInAnEmptyDatabaseAndInOneThatIsUpToDate() {
        assertThat(shell.run("validate").succeeds().results()).isEqualTo("Nothing was found.\n");
        shell.run("upgrade").succeeds();
        assertThat(shell.run("validate").succeeds().results()).isEqualTo("Nothing was found.\n");
    }

    @Test
    void reportsMissingRightsAsAnErrorAndOnlyOnce(TestDatabase database) {
        shell.run("upgrade").succeeds();
        database.jdbc()
                .sql("REVOKE SELECT, UPDATE ON migration_revision FROM " + database.username())
                .update();
        Ran found = shell.json("validate", "--fail-on", "error").exitsWith(3);
        assertThat(found.strings("findings", "code")).containsExactly("permission-denied");
        assertThat(found.strings("findings", "severity")).containsExactly("error");
    }

    @Test
    void warnsOfAnAppliedRevisionThatRevisesAnotherOneNow() {
        Revisions revisions = Revisions.in(folder).table("orders", "users").table("items", "orders");
        shell.run("upgrade").succeeds();
        revisions.table("orders", "base").table("users", "orders").table("items", "users");

        Ran found = shell.json("validate").exitsWith(3);

        assertThat(found.strings("findings", "code")).containsExactly("moved", "moved", "moved");
        assertThat(found.strings("findings", "severity")).containsOnly("warning");
        assertThat(found.strings("findings", "action").get(0)).contains("`repair --accept-modified orders`");
    }

    @Test
    void reportsAnInvalidIndexAsAWarning(TestDatabase database) {
        shell.run("upgrade").succeeds();
        database.jdbc().sql("CREATE INDEX users_id ON t_users (id)").update();
        new JdbcTemplate(database.superuserDataSource())
                .execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'public.users_id'::regclass");
        Ran found = shell.json("validate").exitsWith(3);
        assertThat(found.strings("findings", "code")).containsExactly("invalid-index");
        assertThat(found.strings("findings", "severity")).containsExactly("warning");
        assertThat(found.json().get("findings").get(0).propertyNames())
                .contains("code", "severity", "message", "action");
        shell.run("validate", "--fail-on", "error").succeeds();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysWhichClientProgramsABackupNeeds(TestDatabase database) throws IOException {
        Path old = dump("13.4 (Debian 13.4-1)");
        Ran found = shell.variable("MIGRATION_BACKUP_PROGRAMS", String.valueOf(old.getParent()))
                .run("validate")
                .exitsWith(3);
        assertThat(found.results()).isEqualTo("""
                warning  client-version
                  The program "%s" has version 13, which is older than the server's, %d: it refuses to work with it.
                  Install the client programs of version %d or newer (Debian and Ubuntu: `apt-get install \
                postgresql-client-%d`, from the repository apt.postgresql.org if need be), or name their folder with \
                the variable MIGRATION_BACKUP_PROGRAMS or the property `migration.backup.programs`.
                """.formatted(
                        old, database.majorVersion(), database.majorVersion(), database.majorVersion()));
        dump(database.majorVersion() + "beta1");
        shell.run("validate").succeeds();
    }

    @Test
    void writesAPageThatNothingInItCanBreak() throws IOException {
        Revisions.in(folder).table("fix", "users");
        Path page = folder.resolve("reports").resolve("report.html");

        shell.run("validate", "--html", page.toString()).exitsWith(3);

        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("0 errors, 1 warning", "<code>poor-name</code>", "The name &quot;fix&quot; does not say")
                .doesNotContain("%s", "\"fix\"");
    }

    @Test
    void comparesTheSchemaWhereThatIsAskedFor(TestDatabase database) {
        database.mayCreateDatabases(true);
        shell.run("upgrade").succeeds();
        shell.run("validate", "--drift").succeeds();
        database.jdbc().sql("CREATE TABLE notes (id int)").update();

        assertThat(shell.json("validate", "--drift").exitsWith(3).strings("findings", "code"))
                .containsExactly("drift");
    }

    @Test
    void tellsOfARevisionThatNoFileHas() {
        Revisions.in(folder).table("logins", "users");
        shell.run("upgrade").succeeds();
        Revisions.in(folder).remove("logins");

        Ran found = shell.json("validate").exitsWith(3);
        assertThat(found.strings("findings", "code")).containsExactly("unknown-revision");
        assertThat(found.strings("findings", "revision")).containsExactly("logins");
        assertThat(found.strings("findings", "severity")).containsExactly("warning");
        shell.run("validate", "--fail-on", "error").succeeds();
    }

    @Test
    void tellsOfARevisionThatHasStoppedHalfWay() {
        Revisions.in(folder)
                .file(
                        "logins",
                        "-- Add logins",
                        "-- revises: users",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE TABLE logins (id int);",
                        "SELECT 1 / 0;",
                        "-- +downgrade",
                        "DROP TABLE logins;");
        shell.run("upgrade").exitsWith(1);

        Ran found = shell.json("validate").exitsWith(3);
        assertThat(found.strings("findings", "code")).containsExactly("interrupted");
        assertThat(found.strings("findings", "message"))
                .containsExactly("The upgrade of revision \"logins\" has stopped half way, after 1 of its statements.");
        assertThat(found.strings("findings", "severity")).containsExactly("warning");
    }

    @Test
    void keepsTheOtherFindingsWhenARevisionFailsInTheShadow(TestDatabase database) {
        database.mayCreateDatabases(true);
        database.jdbc().sql("CREATE TABLE by_hand (id int)").update();
        Revisions.in(folder)
                .add("fix", "users", "ALTER TABLE by_hand ADD note text;", "SELECT 1;")
                .add("half", "base", "CREATE TABLE half (id int);", "SELECT 1;")
                .add("all", "fix, half", "CREATE TABLE whole (id int);", "DROP TABLE whole;");
        shell.run("stamp", "base").succeeds();
        shell.run("upgrade").succeeds();

        Ran found = shell.json("validate", "--drift", "--round-trip").exitsWith(3);

        assertThat(found.strings("findings", "code"))
                .contains("poor-name", "round-trip", "statement-failed")
                .doesNotContain("internal");
        assertThat(found.strings("findings", "message"))
                .anyMatch(text -> text.contains("\"fix\" does not go up, down and up again. Applying it fails."))
                .anyMatch(text -> text.startsWith("What is asked of a shadow database fails. Revision \"fix\" fails"));
    }

    private Path dump(String version) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("pg_dump");
        Files.writeString(program, "#!/bin/sh\necho 'pg_dump (PostgreSQL) " + version + "'\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
