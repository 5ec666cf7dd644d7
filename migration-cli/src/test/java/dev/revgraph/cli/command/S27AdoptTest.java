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

/** A schema that is there although nothing is recorded of it: found out what it is, and recorded; never run again. */
@PostgresTest
class S27AdoptTest {

    private static final String USERS = "CREATE TABLE users (id int PRIMARY KEY, name text);";
    private static final String LOGINS =
            "CREATE TABLE logins (id int, user_id int REFERENCES users (id), CHECK (id > 0 AND id < 100));";

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Revisions revisions;
    private Shell shell;

    S27AdoptTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void write() {
        revisions = Revisions.in(folder)
                .add("1a2b_users", "base", USERS, "DROP TABLE users;")
                .add("logins", "1a2b_users", LOGINS, "DROP TABLE logins;")
                .add("emails", "logins", "ALTER TABLE users ADD email text;", "ALTER TABLE users DROP email;");
        database.mayCreateDatabases(true);
        shell = Shell.in(folder).with(database);
    }

    private void execute(String... statements) {
        for (String statement : statements) {
            database.jdbc().sql(statement).update();
        }
    }

    private void changesNothing(Ran ran) {
        assertThat(ran.words()).contains("Nothing has been changed");
        assertThat(tables()).doesNotContain("migration_revision");
        assertThat(database.ownedDatabases()).containsExactly(database.name());
    }

    private String tables() {
        return database.jdbc()
                .sql(
                        "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                                + " 'public'::regnamespace")
                .query(String.class)
                .single();
    }

    @Test
    void findsOutWhichRevisionTheDatabaseEquals() {
        execute(USERS, LOGINS);

        Ran asked = shell.run("adopt").succeeds();
        assertThat(asked.results())
                .contains("To record as applied:\n  1a2b_users\n  logins\n", "Pending", "  emails\n");
        assertThat(asked.words())
                .contains("equals what logins makes", "Nothing has been changed; to do it: `adopt --yes`");
        changesNothing(asked);

        Ran adopted = shell.json("adopt", "--yes", "--reason", "made by hand").succeeds();
        assertThat(adopted.strings("current")).containsExactly("logins");
        assertThat(adopted.strings("pending")).containsExactly("emails");
        assertThat(adopted.json().get("adopted").asBoolean()).isTrue();
        assertThat(shell.json("status").results()).contains("PENDING");
        assertThat(shell.run("history", "--log").results()).contains("adopt", "schema without records", "made by hand");
        shell.run("upgrade").succeeds();
        assertThat(shell.run("drift").succeeds().results()).contains("is what its revisions make");
        shell.run("downgrade", "base", "--yes").succeeds();
    }

    @Test
    void takesTheLatestOfThoseThatItEqualsSinceNothingIsToRunTwice() {
        execute(USERS, LOGINS);
        revisions.remove("emails").add("rows", "logins", "INSERT INTO users VALUES (1, 'a');", "DELETE FROM users;");

        Ran adopted = shell.json("adopt", "--yes").succeeds();

        assertThat(adopted.strings("current")).containsExactly("rows");
        assertThat(adopted.words()).contains("looks the same after logins", "`adopt --at REV`");
        assertThat(shell.json("status").results()).contains("UP_TO_DATE");
    }

    /** They run at the head only, and again whenever nobody knows that they have run. */
    @Test
    void looksPastWhatRepeatableScriptsMake() {
        revisions.repeatable("names", "CREATE OR REPLACE VIEW names AS SELECT name FROM users;");
        execute(USERS, LOGINS, "CREATE VIEW names AS SELECT name FROM users");

        assertThat(shell.json("adopt", "--yes").succeeds().strings("current")).containsExactly("logins");
        assertThat(shell.json("upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("emails", "repeatable:names");
        shell.run("drift").succeeds();
    }

    @Test
    void saysWhatIsClosestWhereNothingIsEqual() {
        execute(USERS, LOGINS, "ALTER TABLE users ADD nickname text");

        Ran unlike = shell.run("adopt", "--yes").exitsWith(3);
        assertThat(unlike.results())
                .contains("  logins: 1 difference\n", "  emails: 2 differences\n", "public.users.nickname is extra");
        assertThat(unlike.words())
                .contains("`adopt --at REV --yes`", "`create --autogenerate --from-database -m TEXT`");
        changesNothing(unlike);
        assertThat(shell.json("adopt").exitsWith(3).strings("differences", "object"))
                .containsExactly("public.users.nickname");

        shell.run("adopt", "--at", "logins", "--check", "--yes").exitsWith(3);
        changesNothing(unlike);
        shell.run("adopt", "--at", "logins", "--yes").succeeds();
        shell.run("upgrade").succeeds();
        shell.run("create", "--autogenerate", "--from-database", "-m", "Take over nicknames")
                .succeeds();
        shell.run("upgrade").succeeds();
        shell.run("drift").succeeds();
    }

    @Test
    void comparesWithTheRevisionThatIsNamed() {
        execute(USERS, LOGINS);

        assertThat(shell.run("adopt", "--at", "logins", "--check").succeeds().words())
                .contains("is what logins makes", "`adopt --at logins --check --yes`");
        assertThat(shell.run("adopt", "--at", "head", "--check").exitsWith(3).results())
                .contains("public.users.email is missing");
        assertThat(shell.json("adopt", "--at", "nowhere").exitsWith(1).errorCode())
                .isEqualTo("no-such-revision");
    }

    @Test
    void hasNothingToDoWhereNothingIsThereOrAllIsRecorded() {
        Ran empty = shell.json("adopt").exitsWith(1);
        assertThat(empty.errorCode()).isEqualTo("adoption");
        assertThat(empty.results()).contains("`upgrade`");

        shell.run("upgrade", "logins").succeeds();
        Ran recorded = shell.json("adopt", "--yes").exitsWith(1);
        assertThat(recorded.errorCode()).isEqualTo("already-applied");
        assertThat(recorded.results()).contains("2 revisions, 1a2b_users, logins");
    }

    /** S16: the migration tables are lost. */
    @Test
    void findsOutWhatTheLostRecordsSaid() {
        shell.run("upgrade").succeeds();
        execute("DROP TABLE migration_revision, migration_history");
        assertThat(shell.json("upgrade").exitsWith(1).errorCode()).isEqualTo("foreign-objects");

        assertThat(shell.json("adopt", "--yes").succeeds().strings("current")).containsExactly("emails");
        assertThat(shell.json("status").results()).contains("UP_TO_DATE");

        execute("DELETE FROM migration_revision");
        shell.run("adopt", "--yes").succeeds();
        assertThat(shell.run("upgrade").succeeds().results()).contains("Nothing to do");
    }

    @Test
    void recordsWhatAlembicNames() {
        execute(USERS, LOGINS, "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        execute("INSERT INTO alembic_version VALUES ('1a2b')", "DROP TABLE logins");

        Ran asked = shell.run("adopt").succeeds();
        assertThat(asked.results()).contains("To record as applied:\n  1a2b_users\n", "would be at 1a2b_users");
        changesNothing(asked);

        assertThat(shell.json("adopt", "--check", "--yes").succeeds().strings("current"))
                .containsExactly("1a2b_users");
        assertThat(shell.json("status").results()).contains("PENDING");
        assertThat(shell.run("history", "--log").results()).contains("adopt", "Alembic's public.alembic_version: 1a2b");
        shell.run("upgrade").succeeds();
        assertThat(tables()).contains("alembic_version");
    }

    @Test
    void recordsAllHeadsOfAlembic() {
        revisions.add("2026-77ff", "base", "CREATE TABLE bills (id int);", "DROP TABLE bills;");
        execute(USERS, LOGINS, "CREATE TABLE bills (id int)");
        execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        execute("INSERT INTO alembic_version VALUES ('logins'), ('77ff'), ('1a2b')");

        shell.run("adopt", "--yes").succeeds();

        assertThat(shell.json("current").strings("revisions", "revision"))
                .containsExactlyInAnyOrder("2026-77ff", "logins");
    }

    @Test
    void namesWhatAlembicKnowsAndNobodyElse() {
        execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        execute("INSERT INTO alembic_version VALUES ('1a2b'), ('beef'), ('cafe')");

        Ran refused = shell.json("adopt", "--yes").exitsWith(1);

        assertThat(refused.errorCode()).isEqualTo("no-such-revision");
        assertThat(refused.results()).contains("beef, cafe", "-- revision: beef");
        assertThat(tables()).isEqualTo("alembic_version");
    }

    @Test
    void asksWhoseRecordsCount() {
        execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        execute("CREATE TABLE flyway_schema_history (installed_rank int)", USERS);

        assertThat(shell.run("adopt").exitsWith(1).words()).contains("adopt --from alembic");
        assertThat(shell.json("adopt", "--from", "schema").succeeds().strings("current"))
                .containsExactly("1a2b_users");
        assertThat(shell.run("adopt", "--from", "alembic").succeeds().results()).contains("at base");
        shell.run("adopt", "--from", "liquibase").exitsWith(2);
        shell.run("adopt", "--from", "alembic", "--at", "head").exitsWith(2);
    }
}
