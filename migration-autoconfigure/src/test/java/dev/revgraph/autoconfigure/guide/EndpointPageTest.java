package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the reference shows of the endpoint is what it answers. */
@PostgresTest
class EndpointPageTest {

    private static final String DATABASE = "/migrations/default";

    private final Page page = Page.read("docs/reference.md");
    private final GuidedApplication application;

    EndpointPageTest(TestDatabase database, @TempDir Path folder) {
        application = new GuidedApplication(database, folder);
    }

    @BeforeEach
    void undoTheLastOfThreeRevisions() {
        application.revisions().table("a", "base").table("b", "a").table("c", "b");
        application.start(
                "management.endpoint.migrations.access=unrestricted",
                "spring.application.name=shop",
                "spring.application.version=1.4.0");
        Block request = json("POST /migrations/DATABASE", 0);
        Map<String, String> body = JsonMapper.shared().readValue(request.text(), new TypeReference<>() {});
        ShownJson.in(
                json("POST /migrations/DATABASE", 1),
                application.post(new Request(DATABASE, body)).has(200).text());
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void answersWhatThePageShows() {
        shows("GET /migrations", "/migrations", 200);
        shows("GET /migrations/DATABASE/history", DATABASE + "/history?size=1", 200);
        shows("GET /migrations/DATABASE/revisions/ID", DATABASE + "/revisions/b", 200);
        ShownJson.in(
                json("Errors", 0),
                application
                        .post(new Request(DATABASE, Map.of("operation", "downgrade", "target", "x")))
                        .has(400)
                        .text());

        application.revisions().table("b", "a").revision("b", "a", "CREATE TABLE other ();", "DROP TABLE other;");
        application.start("migration.on-startup=none");
        shows("GET /migrations/DATABASE", DATABASE, 200);
    }

    @Test
    void answersEveryRequestOfTheTable() {
        List<List<String>> rows = page.table("Endpoint");
        assertThat(rows).hasSize(5);
        rows.stream()
                .map(row -> row.get(0).replace("`", ""))
                .filter(request -> request.startsWith("GET "))
                .map(request -> request.substring("GET /actuator".length())
                        .replace("DATABASE", "default")
                        .replace("ID", "b"))
                .forEach(path -> application.get(path).has(200));
    }

    private void shows(String heading, String path, int status) {
        ShownJson.in(json(heading, 0), application.get(path).has(status).text());
    }

    private Block json(String heading, int number) {
        return page.blocks(heading).stream()
                .filter(block -> block.is("json"))
                .toList()
                .get(number);
    }
}
