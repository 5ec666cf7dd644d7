package dev.revgraph.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;

/** The endpoint of a release whose revision files are broken, on a database that has long been migrated. */
@PostgresTest
class UnreadableFilesWebTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;

    UnreadableFilesWebTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @ParameterizedTest
    @CsvSource({"three, cycle", "none_such, unknown-parent"})
    void showsWhatIsRecordedBesideTheProblems(String parent, String code) {
        WebApplication.start(WebApplicationType.SERVLET, database, revisions.property())
                .close();
        revisions.table("three", parent);
        try (WebApplication application = WebApplication.start(
                WebApplicationType.SERVLET, database, revisions.property(), "migration.on-startup=none")) {
            JsonNode status = application.get("/migrations").has(200).json().at("/databases/default");
            assertThat(status.at("/state").asString()).isEqualTo("INVALID");
            assertThat(status.at("/current").toString()).isEqualTo("[\"two\"]");
            assertThat(status.at("/applied").asInt()).isEqualTo(2);
            assertThat(status.at("/problems/0/code").asString()).isEqualTo(code);
            assertThat(status.at("/problems/0/message").asString()).contains("three.sql:2");
            assertThat(application.get("/migrations", "text/html").has(200).text())
                    .contains("INVALID", "three.sql:2", "Revision one", "Revision two");
            assertThat(application
                            .get("/migrations/default/revisions/one")
                            .has(200)
                            .json()
                            .at("/state")
                            .asString())
                    .isEqualTo("applied");
            assertThat(application
                            .get("/migrations/default/history")
                            .has(200)
                            .json()
                            .at("/total")
                            .asInt())
                    .isEqualTo(2);
            assertThat(application
                            .getInTime("/health/migrations")
                            .has(503)
                            .json()
                            .at("/details/current/0")
                            .asString())
                    .isEqualTo("two");
        }
    }
}
