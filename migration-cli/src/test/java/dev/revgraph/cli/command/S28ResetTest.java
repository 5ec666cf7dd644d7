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

/** Begin anew, and lose nothing that somebody else has put there. */
@PostgresTest
class S28ResetTest {

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Shell shell;

    S28ResetTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void upgrade() {
        Revisions.in(folder)
                .add(
                        "users",
                        "base",
                        "CREATE SCHEMA billing; CREATE TYPE billing.kind AS ENUM ('a');"
                                + " CREATE TABLE users (id int PRIMARY KEY, kind billing.kind);"
                                + " CREATE VIEW ids AS SELECT id FROM users;",
                        "SELECT 1;")
                .file(
                        "logins",
                        "-- Logins",
                        "-- revises: users",
                        "-- +upgrade",
                        "CREATE TABLE logins (id int, user_id int REFERENCES users (id));",
                        "-- +downgrade irreversible: logins are kept")
                .repeatable("names", "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';");
        database.mayCreateDatabases(true);
        shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
        database.jdbc().sql("INSERT INTO users VALUES (1, 'a')").update();
    }

    private long users() {
        return database.jdbc()
                .sql("SELECT count(*) FROM users")
                .query(Long.class)
                .single();
    }

    @Test
    void saysWhatItWouldDropAndAsks() {
        Ran asked = shell.json("reset");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.errorCode()).isEqualTo("confirmation-required");
        assertThat(asked.words()).contains("  table public.users\n", "  schema billing\n", "  view public.ids\n");
        assertThat(users()).isEqualTo(1);
        assertThat(database.ownedDatabases()).containsExactly(database.name());
    }

    @Test
    void dropsEverythingAndAppliesEverythingAnew() {
        Ran reset = shell.json("reset", "--yes", "--reason", "a clean start");

        assertThat(reset.succeeds().strings("steps", "revision"))
                .containsExactly("users", "logins", "repeatable:names");
        assertThat(users()).isZero();
        assertThat(shell.run("drift").succeeds().results()).contains("is what its revisions make");
        assertThat(shell.run("history", "--log").results()).contains("reset", "a clean start");
        shell.run("reset", "--yes").succeeds();
    }

    @Test
    void dropsWhatScriptsHaveMadeBelowTheHeadToo() {
        Revisions.in(folder).table("later", "logins");
        shell.run("upgrade").succeeds();
        shell.run("downgrade", "-1").succeeds();

        assertThat(shell.json("reset", "--yes").succeeds().strings("dropped"))
                .anyMatch(dropped -> dropped.startsWith("function public.one"));
        shell.run("drift").succeeds();
    }

    @Test
    void dropsNothingWhereThereIsWhatNoRevisionHasMade() {
        database.jdbc().sql("CREATE TABLE notes (id int)").update();

        Ran refused = shell.json("reset", "--yes");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errorCode()).isEqualTo("foreign-objects");
        assertThat(refused.results()).contains("table public.notes", "--keep-others");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void leavesTheRestAloneWhereThatIsSaid() {
        database.jdbc().sql("CREATE TABLE notes (id int)").update();
        database.jdbc().sql("INSERT INTO notes VALUES (7)").update();

        shell.run("reset", "--yes", "--keep-others").succeeds();

        assertThat(users()).isZero();
        assertThat(database.jdbc()
                        .sql("SELECT id FROM notes")
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void changesNothingWhereTheRestStandsInTheWay() {
        database.jdbc().sql("CREATE VIEW mine AS SELECT id FROM users").update();

        Ran refused = shell.run("reset", "--yes", "--keep-others").exitsWith(1);

        assertThat(refused.words()).contains("view mine depends on", "nothing has been changed");
        assertThat(users()).isEqualTo(1);
        assertThat(shell.run("status").succeeds().results()).contains("UP_TO_DATE");
    }
}
