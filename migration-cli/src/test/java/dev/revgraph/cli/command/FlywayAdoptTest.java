package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Databases that the real Flyway has made are carried on by revisions. */
@PostgresTest
class FlywayAdoptTest extends FlywayAdoption {

    FlywayAdoptTest(TestDatabase database) {
        super(database);
    }

    @Test
    void changesNothingUntilItIsTold() throws Exception {
        project.migrate(database);
        List<Path> before = everything();

        Ran asked = adopt("--check").succeeds();
        assertThat(asked.words())
                .contains("Callbacks are not taken over: beforeMigrate.sql", "Nothing has been changed");
        assertThat(everything()).isEqualTo(before);
        assertThat(database.ownedDatabases()).containsExactly(database.name());
        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('migration_revision') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void writesRevisions() throws Exception {
        project.migrate(database);

        Ran adopted = adopt("--yes").succeeds();
        assertThat(adopted.strings("applied"))
                .containsExactly("v1_create_users", "v1_1_add_names", "v2_creer_factures", "v3_index_bills", "v10");
        assertThat(adopted.strings("repeatables")).containsExactly("R__names", "R__total");
        assertThat(adopted.strings("pending")).isEmpty();
        assertThat(files())
                .containsExactly(
                        "v10.sql",
                        "v1_1_add_names.sql",
                        "v1_create_users.sql",
                        "v2_creer_factures.sql",
                        "v3_index_bills.sql",
                        "R__names.sql",
                        "R__total.sql");
        assertThat(Files.readString(folder.resolve("revisions/v3_index_bills.sql")))
                .isEqualTo("""
                -- Index bills
                --
                -- Taken over from Flyway's V3__index_bills.sql.
                --
                -- revises: v2_creer_factures
                -- transaction: off

                -- +upgrade
                CREATE INDEX CONCURRENTLY bills_user ON bills (user_id);

                -- +downgrade
                DROP INDEX CONCURRENTLY bills_user;
                """);
    }

    @Test
    void recordsThemSoThatTheyGoOn() throws Exception {
        project.migrate(database);

        adopt("--yes").succeeds();

        assertThat(run(shell, "status").results()).contains("\"UP_TO_DATE\"");
        assertThat(shell.run("history", "--log", "--placeholder", "role=visitor")
                        .results())
                .contains("adopt", "public.flyway_schema_history, which is at version 10");
        assertThat(run(shell, "upgrade").succeeds().strings("steps", "revision"))
                .isEmpty();
        requireThatBothMakeTheSame();

        Ran downgrade = run(shell, "downgrade", "v3_index_bills").exitsWith(1);
        assertThat(downgrade.errorCode()).isEqualTo("irreversible");
    }

    @Test
    void whatFlywayHasPendingIsPendingHere() throws Exception {
        project.migrate(database);
        project.file("V11__add_notes.sql", "CREATE TABLE notes (id int);")
                .file("R__total.sql", "CREATE OR REPLACE VIEW total AS SELECT count(*), 1 AS one FROM bills;");

        Ran adopted = adopt("--yes").succeeds();

        assertThat(adopted.strings("pending")).containsExactly("v11_add_notes");
        assertThat(run(shell, "status").strings("pending", "revision"))
                .containsExactly("v11_add_notes", "repeatable:R__total");
        assertThat(run(shell, "upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("v11_add_notes", "repeatable:R__total");
        assertThat(run(shell, "status").results()).contains("\"UP_TO_DATE\"");
    }

    @Test
    void chainsWhatIsAppliedBelowWhatIsNot() throws Exception {
        project.remove("V1.1__add_names.sql").remove("R__names.sql").migrate(database);
        project.file("V1.5__late.sql", "CREATE TABLE late (id int);");
        project.on(database, flyway -> flyway.outOfOrder(true)).migrate();
        project.file("V1.7__never.sql", "CREATE TABLE never (id int);");

        Ran adopted = adopt("--yes").succeeds();

        assertThat(adopted.strings("applied"))
                .containsExactly("v1_create_users", "v1_5_late", "v2_creer_factures", "v3_index_bills", "v10");
        assertThat(adopted.strings("pending")).containsExactly("v1_7_never");
        assertThat(adopted.words()).contains("Not applied, though later versions are: V1.7__never.sql");
        assertThat(run(shell, "upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("v1_7_never");
        requireThatBothMakeTheSame();
    }

    @Test
    void takesWhatLiesBelowABaselineAsApplied() throws Exception {
        for (String statement : List.of(
                "CREATE TABLE users (id int PRIMARY KEY)",
                "ALTER TABLE users ADD name text DEFAULT 'visitor'",
                "INSERT INTO users VALUES (1)")) {
            database.jdbc().sql(statement).update();
        }
        project.on(database, flyway -> flyway.baselineOnMigrate(true).baselineVersion("1.1"))
                .migrate();

        Ran adopted = adopt("--yes", "--check").succeeds();

        assertThat(adopted.strings("applied")).hasSize(5).startsWith("v1_create_users", "v1_1_add_names");
        assertThat(run(shell, "status").results()).contains("\"UP_TO_DATE\"");
        requireThatBothMakeTheSame();
    }

    @Test
    void takesABaselineScriptAsTheBaseWhereNothingElseIsBelow() throws Exception {
        project.remove("V1__create_users.sql")
                .remove("U1__create_users.sql")
                .remove("V1.1__add_names.sql")
                .file(
                        "B1.1__everything.sql",
                        "CREATE TABLE users (id int PRIMARY KEY, name text); INSERT INTO users VALUES (1);");
        project.migrate(database);

        Ran adopted = adopt("--yes").succeeds();

        assertThat(adopted.strings("applied")).hasSize(4).startsWith("b1_1_everything", "v2_creer_factures");
        assertThat(run(shell, "status").results()).contains("\"UP_TO_DATE\"");
        requireThatBothMakeTheSame();
    }

    @Test
    void leavesABaselineScriptOutWhereTheVersionsBelowAreThere() throws Exception {
        project.migrate(database);
        project.file("B2__everything.sql", "CREATE TABLE everything (id int);");

        Ran adopted = adopt("--yes").succeeds();

        assertThat(adopted.strings("applied")).hasSize(5).startsWith("v1_create_users");
        assertThat(adopted.words()).contains("B2__everything.sql is left out");
    }

    @Test
    void whatWasUndoneOrDeletedIsNotApplied() throws Exception {
        project.remove("R__names.sql").migrate(database);
        project.remove("V1.1__add_names.sql");
        project.on(database, flyway -> flyway).repair();
        for (String statement : List.of(
                "DROP INDEX bills_user",
                "INSERT INTO flyway_schema_history SELECT installed_rank + 50, version, description, 'UNDO_SQL',"
                        + " script, checksum, installed_by, installed_on, 1, true FROM flyway_schema_history WHERE version = '3'")) {
            database.jdbc().sql(statement).update();
        }

        Ran adopted = adopt("--yes").succeeds();

        assertThat(adopted.strings("applied")).containsExactly("v1_create_users", "v2_creer_factures", "v10");
        assertThat(run(shell, "upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("v3_index_bills");
    }

    @Test
    void anotherDatabaseOfTheProjectIsRecordedWithTheSameFiles() throws Exception {
        project.migrate(database);
        adopt("--yes").succeeds();
        List<Path> written = everything();
        try (TestDatabase other = TestDatabase.create()) {
            project.on(other, flyway -> flyway.target("3")).migrate();
            Shell there = shell(other);

            Ran adopted = there.json(with(project.location(), "adopt", "--yes")).succeeds();
            assertThat(adopted.strings("files", "path")).isEmpty();
            assertThat(adopted.strings("current")).containsExactly("v3_index_bills");
            assertThat(everything()).isEqualTo(written);
            assertThat(run(there, "upgrade").succeeds().strings("steps", "revision"))
                    .startsWith("v10");
        }
        try (TestDatabase other = TestDatabase.create()) {
            project.migrate(other);
            Ran adopted = run(shell(other), "adopt", "--yes").succeeds();
            assertThat(adopted.strings("current")).containsExactly("v10");
        }
        Files.writeString(
                folder.resolve("revisions/v10.sql"),
                "-- Other\n-- revises: v3_index_bills\n\n-- +upgrade\nSELECT 1;\n");
        try (TestDatabase other = TestDatabase.create()) {
            project.migrate(other);
            assertThat(shell(other)
                            .json(with(project.location(), "adopt", "--yes"))
                            .exitsWith(1)
                            .results())
                    .contains("that say something else: v10");
        }
    }
}
