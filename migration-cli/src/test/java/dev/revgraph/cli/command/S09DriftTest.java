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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has changed the database by hand. */
@PostgresTest
class S09DriftTest {

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Shell shell;

    S09DriftTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void upgrade() {
        Revisions.in(folder)
                .add(
                        "users",
                        "base",
                        "CREATE TABLE users (id int PRIMARY KEY, email varchar(50) NOT NULL, status text"
                                + " CHECK (status IN ('new', 'old')));",
                        "DROP TABLE users;")
                .repeatable("names", "CREATE OR REPLACE VIEW emails AS SELECT email FROM users;");
        database.mayCreateDatabases(true);
        shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
    }

    private void byHand(String... statements) {
        for (String sql : statements) {
            database.jdbc().sql(sql).update();
        }
    }

    @Test
    void saysThatNothingDiffersAndLeavesNoShadow() {
        assertThat(shell.run("drift").succeeds().results()).isEqualTo("The database is what its revisions make.\n");
        assertThat(database.ownedDatabases()).containsExactly(database.name());
    }

    @Test
    void listsEveryDifferenceWithTheStatementsThatUndoIt() {
        byHand(
                "DROP VIEW emails",
                "ALTER TABLE users ALTER email TYPE varchar(60)",
                "ALTER TABLE users ADD nickname text",
                "CREATE TABLE visits (id int PRIMARY KEY)",
                "CREATE INDEX users_email ON users (email)");
        Ran drift = shell.json("drift").exitsWith(3);
        assertThat(drift.strings("differences", "object"))
                .containsExactly(
                        "public.visits",
                        "public.users.email",
                        "public.users.nickname",
                        "public.users_email",
                        "public.emails");
        assertThat(drift.strings("differences", "change"))
                .containsExactly("extra", "changed", "extra", "extra", "missing");
        assertThat(drift.strings("differences", "kind")).containsExactly("table", "column", "column", "index", "view");
        assertThat(drift.strings("differences", "message"))
                .contains(
                        "The column public.users.email differs: type is `character varying(60)`, and `character"
                                + " varying(50)` in its revisions.",
                        "The view public.emails is missing: it is in its revisions and not in the database.");
        assertThat(drift.json().get("differences").get(3).get("sql").get(0).asString())
                .isEqualTo("DROP INDEX CONCURRENTLY public.users_email");
        assertThat(drift.json().get("unmodelled")).isEmpty();
        assertThat(shell.run("drift").exitsWith(3).words()).contains("create --autogenerate --from-database -m TEXT");
    }

    @Test
    void comparesGrantsWhereThatIsAskedFor() {
        byHand("GRANT SELECT ON users TO PUBLIC");
        shell.run("drift").succeeds();

        Ran drift = shell.json("drift", "--grants").exitsWith(3);

        assertThat(drift.strings("differences", "kind")).containsExactly("grant");
        assertThat(drift.json().get("differences").get(0).get("sql").get(0).asString())
                .isEqualTo("REVOKE SELECT ON TABLE public.users FROM PUBLIC");
    }

    @Test
    void saysWhatItsPageShows() throws IOException {
        byHand("ALTER TABLE users ADD nickname text");
        assertThat(Files.readString(Path.of("../docs/drift.md")))
                .contains("```text\n" + shell.run("drift").exitsWith(3).results() + "```");
    }

    @Test
    void takesWhatWasDoneIntoTheRevisions() throws Exception {
        byHand(
                "INSERT INTO users VALUES (1, 'a@b', 'new')",
                "ALTER TABLE users ADD nickname text DEFAULT 'none'",
                "CREATE INDEX users_nickname ON users (nickname)",
                "ALTER TABLE users DROP CONSTRAINT users_status_check",
                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                "ALTER TABLE users ADD mood mood, ADD CONSTRAINT named CHECK (nickname <> email)");
        Ran created = shell.json("create", "--autogenerate", "-m", "Take over nicknames")
                .succeeds();
        assertThat(created.strings("created", "revision"))
                .containsExactly(
                        "20260304_take_over_nicknames",
                        "20260304_take_over_nicknames_indexes",
                        "20260304_take_over_nicknames_validation");
        assertThat(Files.readString(Path.of(created.strings("created", "path").get(0))))
                .contains("-- Review me: ", "ADD COLUMN IF NOT EXISTS nickname text DEFAULT 'none'::text;")
                .contains("-- +downgrade\n");
        shell.run("validate").succeeds();
        shell.run("upgrade").succeeds();
        shell.run("drift").succeeds();
        assertThat(database.jdbc()
                        .sql("SELECT nickname FROM users")
                        .query(String.class)
                        .single())
                .isEqualTo("none");
        leavesNothingToTakeOver();
    }

    private void leavesNothingToTakeOver() {
        assertThat(shell.json("create", "--autogenerate", "-m", "Once more")
                        .succeeds()
                        .json()
                        .get("created"))
                .isEmpty();
        shell.run("downgrade", "users").succeeds();
        shell.run("drift").succeeds();
        shell.run("upgrade").succeeds();
        try (TestDatabase fresh = TestDatabase.create()) {
            fresh.mayCreateDatabases(true);
            Shell elsewhere = Shell.in(folder).with(fresh);
            elsewhere.run("upgrade").succeeds();
            elsewhere.run("drift").succeeds();
        }
    }

    @Test
    void leavesAloneWhatScriptsHaveMadeWhereTheDatabaseIsBelowTheHead() {
        Revisions.in(folder)
                .add(
                        "answers",
                        "users",
                        "CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 1';",
                        "DROP FUNCTION answer();")
                .table("logins", "answers")
                .repeatable("answers", "CREATE OR REPLACE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42';");
        shell.run("upgrade").succeeds();
        shell.run("drift").succeeds();

        shell.run("downgrade", "answers").succeeds();
        shell.run("drift").succeeds();

        byHand("ALTER TABLE users ADD nickname text", "CREATE VIEW names AS SELECT nickname FROM users");
        assertThat(shell.json("drift").exitsWith(3).strings("differences", "object"))
                .containsExactly("public.users.nickname", "public.names");
    }

    @Test
    void leavesAloneWhatScriptsHaveMadeAtTheBase() {
        Revisions.in(folder)
                .repeatable("sums", "CREATE OR REPLACE FUNCTION sums() RETURNS int LANGUAGE sql AS 'SELECT 42';");
        shell.run("upgrade").succeeds();
        byHand("DROP VIEW emails");

        shell.run("downgrade", "base", "--yes").succeeds();

        shell.run("drift").succeeds();
    }

    @Test
    void isFoundAlsoWhereAPendingRevisionFails() {
        Revisions.in(folder).add("broken", "users", "ALTER TABLE nobodys ADD id int;", "SELECT 1;");
        byHand("ALTER TABLE users ADD nickname text");

        assertThat(shell.json("drift").exitsWith(3).strings("differences", "object"))
                .contains("public.users.nickname");
    }

    @Test
    void asksForTheRightToMakeAShadowOrForOne() throws IOException {
        database.mayCreateDatabases(false);
        Ran refused = shell.json("drift").exitsWith(1);
        assertThat(refused.errorCode()).isEqualTo("shadow-unavailable");
        assertThat(refused.json().get("error").get("action").asString())
                .contains("ALTER ROLE " + database.username() + " CREATEDB", "--shadow-url");
        String message = refused.json().get("error").get("message").asString();
        assertThat(Files.readString(Path.of("../docs/autogenerate.md")))
                .contains(message.replace(database.username(), "app"));
        try (TestDatabase shadow = TestDatabase.create()) {
            byHand("ALTER TABLE users ADD nickname text");
            String url = shadow.urlWithCredentials();
            assertThat(shell.json("drift", "--shadow-url", url).exitsWith(3).strings("differences", "object"))
                    .containsExactly("public.users.nickname");
            assertThat(shell.json("drift", "--shadow-url", url).exitsWith(3).strings("differences", "object"))
                    .containsExactly("public.users.nickname");
            shadow.jdbc().sql("CREATE TABLE precious (id int)").update();
            Ran kept = shell.json("drift", "--shadow-url", url).exitsWith(1);
            assertThat(kept.errorCode()).isEqualTo("shadow-not-empty");
            assertThat(kept.json().get("error").get("message").asString()).contains("public.precious");
            shadow.jdbc()
                    .sql("SELECT count(*) FROM precious")
                    .query(Integer.class)
                    .single();
        }
    }

    @Test
    void worksInASchemaOfAnyName() {
        String schema = database.createMixedCaseSchema();
        byHand("ALTER ROLE " + database.username() + " SET search_path TO \"" + schema + "\"");
        shell.run("upgrade").succeeds();
        byHand("ALTER TABLE \"" + schema + "\".users ADD nickname text");
        Ran drift = shell.json("drift").exitsWith(3);
        assertThat(drift.strings("differences", "object")).contains(schema + ".users.nickname");
        assertThat(drift.json().get("differences").toString()).doesNotContain("migration_revision");
    }

    @Test
    void leavesTheRecordsOutOfItWhateverTheirSchemaIsCalled() {
        shell.variable("MIGRATION_SCHEMA", "say \"hi\".Ünï ? '");
        shell.run("stamp", "head").succeeds();
        shell.run("drift").succeeds();
        byHand("ALTER TABLE users ADD phone text");
        assertThat(shell.json("drift").exitsWith(3).strings("differences", "object"))
                .containsExactly("public.users.phone");
    }
}
