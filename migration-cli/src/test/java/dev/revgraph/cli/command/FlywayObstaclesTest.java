package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** What stands in the way of an adoption is said at once, and nothing is changed. */
@PostgresTest
class FlywayObstaclesTest extends FlywayAdoption {

    FlywayObstaclesTest(TestDatabase database) {
        super(database);
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
}
