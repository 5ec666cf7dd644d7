package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.schema.diff.DifferenceText;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.schema.read.SchemaScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that the real Flyway has made are carried on by revisions. */
@PostgresTest
class FlywayAdoptTest {

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private FlywayProject project;
    private Shell shell;

    FlywayAdoptTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeMigrations() {
        project = new FlywayProject(folder)
                .file(
                        "V1__create_users.sql",
                        "\uFEFF-- +people\r\nCREATE TABLE users (id int PRIMARY KEY);\r\n"
                                + "INSERT INTO users VALUES (1)")
                .file("U1__create_users.sql", "DROP TABLE users")
                .file("V1.1__add_names.sql", "ALTER TABLE users ADD name text DEFAULT '${role}';\n-- who: visitors")
                .file("billing/V2__Créer_factures.sql", """
                        CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$
                        -- +twice
                        BEGIN RETURN 2 * n; END $$;
                        CREATE TABLE bills (id int, user_id int REFERENCES users (id));
                        COPY bills FROM stdin;
                        7\t1
                        \\.
                        """)
                .file("V3__index_bills.sql", "CREATE INDEX CONCURRENTLY bills_user ON bills (user_id);")
                .file("V3__index_bills.sql.conf", "executeInTransaction=false\n")
                .file("U3__index_bills.sql", "DROP INDEX CONCURRENTLY bills_user;")
                .file("V10.sql", "CREATE TYPE kind AS ENUM ('a', 'b'); ALTER TABLE bills ADD kind kind;")
                .file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name AS ${role} FROM users;")
                .file("R__total.sql", "CREATE OR REPLACE VIEW total AS SELECT count(*) FROM bills;")
                .file("beforeMigrate.sql", "SELECT 1;");
        shell = shell(database);
    }

    private Shell shell(TestDatabase target) {
        target.mayCreateDatabases(true);
        return Shell.in(folder).with(target);
    }

    private static String[] with(Path location, String... typed) {
        return Stream.concat(
                        Stream.of(typed),
                        Stream.of("--flyway-location", location.toString(), "--placeholder", "role=visitor"))
                .toArray(String[]::new);
    }

    private Ran adopt(String... typed) {
        return shell.json(with(
                project.location(),
                Stream.concat(Stream.of("adopt"), Stream.of(typed)).toArray(String[]::new)));
    }

    private Ran run(Shell where, String... typed) {
        return where.json(Stream.concat(Stream.of(typed), Stream.of("--placeholder", "role=visitor"))
                .toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : List.of("revisions", "repeatable")) {
            if (Files.isDirectory(folder.resolve(name))) {
                try (Stream<Path> files = Files.list(folder.resolve(name))) {
                    files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
                }
            }
        }
        return names;
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static Schema schema(TestDatabase of) throws SQLException {
        try (Connection connection = of.dataSource().getConnection()) {
            return new SchemaReader(SchemaScope.EVERYTHING).read(connection);
        }
    }

    /** What Flyway makes of nothing, and what the adopted revisions make of nothing. */
    private void requireThatBothMakeTheSame() throws SQLException {
        try (TestDatabase byFlyway = TestDatabase.create();
                TestDatabase byRevisions = TestDatabase.create()) {
            project.migrate(byFlyway);
            byFlyway.jdbc().sql("DROP TABLE flyway_schema_history").update();
            run(shell(byRevisions), "upgrade").succeeds();
            Schema actual = schema(byRevisions);
            Schema wanted = schema(byFlyway);
            assertThat(SchemaDiff.between(actual, wanted, Measure.exact()).stream()
                            .map(difference -> DifferenceText.of(difference, "what Flyway makes")))
                    .isEmpty();
            assertThat(wanted.objects()).hasSizeGreaterThan(8);
        }
    }

    @Test
    void writesRevisionsAndRecordsThem() throws Exception {
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
    void refusesWhatFlywayHasLeftUnsettled() throws Exception {
        project.migrate(database);
        project.file("V12__broken.sql", "CREATE INDEX CONCURRENTLY broken ON nowhere (id);");
        assertThatThrownBy(() -> project.migrate(database)).isInstanceOf(FlywayException.class);
        List<Path> before = everything();

        Ran failed = adopt("--yes").exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("adoption");
        assertThat(failed.results()).contains("a failure of \\\"12 broken\\\"", "flyway repair");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void namesEverythingThatStandsInTheWay() throws Exception {
        project.migrate(database);
        project.file("V3__index_bills.sql", "CREATE INDEX CONCURRENTLY bills_id ON bills (id);")
                .remove("V1.1__add_names.sql");
        database.jdbc()
                .sql(
                        "INSERT INTO flyway_schema_history VALUES (90, '2.5', 'load', 'JDBC', 'db.migration.V2_5__Load', NULL,"
                                + " 'x', now(), 1, true)")
                .update();
        List<Path> before = everything();

        Ran refused = adopt("--yes").exitsWith(1);

        assertThat(refused.results())
                .contains("V3__index_bills.sql", "2.5 (JDBC, db.migration.V2_5__Load)", "V1.1__add_names.sql")
                .contains("--skip-java", "flyway repair", "--flyway-location");
        assertThat(everything()).isEqualTo(before);

        project.file("V1.1__add_names.sql", "ALTER TABLE users ADD name text DEFAULT '${role}';\n-- who: visitors")
                .file("V3__index_bills.sql", "CREATE INDEX CONCURRENTLY bills_user ON bills (user_id);");
        assertThat(adopt("--yes", "--skip-java").succeeds().words()).contains("Left out, since it is no SQL: 2.5");
        assertThat(run(shell, "status").results()).contains("\"UP_TO_DATE\"");
    }

    @Test
    void overwritesNothing() throws Exception {
        project.migrate(database);
        Path mine = folder.resolve("revisions/v2_creer_factures.sql");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "-- Mine\n-- revises: base\n\n-- +upgrade\nSELECT 1;\n");

        assertThat(adopt("--yes").exitsWith(1).results()).contains("v2_creer_factures.sql\\\" exists");
        assertThat(files()).containsExactly("v2_creer_factures.sql");

        Files.move(mine, mine.resolveSibling("mine.sql"));
        assertThat(adopt("--yes").exitsWith(1).results()).contains("There are revisions already, mine");
        assertThat(files()).containsExactly("mine.sql");
    }

    @Test
    void writesNothingThatCannotBeReadAsRevisions() throws Exception {
        project.file("V11__whole.sql", "BEGIN;\nCREATE TABLE whole (id int);\nCOMMIT;\n")
                .migrate(database);
        List<Path> before = everything();

        Ran refused = adopt("--yes").exitsWith(1);

        assertThat(refused.errorCode()).isEqualTo("bad-script");
        assertThat(refused.results()).contains(folder.resolve("revisions/v11_whole.sql") + ":8", "The statement");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesTheFilesBackWhereNothingCanBeRecorded() throws Exception {
        project.migrate(database);
        List<Path> before = everything();
        database.jdbc()
                .sql("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on")
                .update();

        assertThat(adopt("--yes").exitsWith(1).errorCode()).isEqualTo("permission-denied");

        assertThat(everything()).isEqualTo(before);
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
