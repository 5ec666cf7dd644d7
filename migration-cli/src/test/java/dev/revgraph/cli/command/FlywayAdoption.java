package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project of Flyway's with all that its files can hold, and the commands that are typed in it. */
abstract class FlywayAdoption {

    @TempDir
    Path folder;

    final TestDatabase database;
    FlywayProject project;
    Shell shell;

    FlywayAdoption(TestDatabase database) {
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

    Shell shell(TestDatabase target) {
        target.mayCreateDatabases(true);
        return Shell.in(folder).with(target);
    }

    static String[] with(Path location, String... typed) {
        return Stream.concat(
                        Stream.of(typed),
                        Stream.of("--flyway-location", location.toString(), "--placeholder", "role=visitor"))
                .toArray(String[]::new);
    }

    Ran adopt(String... typed) {
        return shell.json(with(
                project.location(),
                Stream.concat(Stream.of("adopt"), Stream.of(typed)).toArray(String[]::new)));
    }

    Ran run(Shell where, String... typed) {
        return where.json(Stream.concat(Stream.of(typed), Stream.of("--placeholder", "role=visitor"))
                .toArray(String[]::new));
    }

    List<String> files() throws IOException {
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

    List<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    static Schema schema(TestDatabase of) throws SQLException {
        try (Connection connection = of.dataSource().getConnection()) {
            return new SchemaReader(SchemaScope.EVERYTHING).read(connection);
        }
    }

    /** What Flyway makes of nothing, and what the adopted revisions make of nothing. */
    void requireThatBothMakeTheSame() throws SQLException {
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
}
