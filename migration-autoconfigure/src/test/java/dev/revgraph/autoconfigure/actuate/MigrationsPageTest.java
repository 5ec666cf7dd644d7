package dev.revgraph.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.actuate.page.DatabaseView;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a browser is shown at {@code /actuator/migrations}. */
@PostgresTest
class MigrationsPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    private final TestDatabase database;
    private final RevisionFolder revisions;

    MigrationsPageTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void showsStatePendingGraphAndHistory(WebApplicationType type) throws Exception {
        try (WebApplication application = start(type)) {
            Answer answer = application.get("/migrations", BROWSER).has(200);
            Document page = parse(answer);

            assertThat(answer.type()).hasToString("text/html;charset=UTF-8");
            assertThat(texts(page, "h2")).containsExactly("default");
            assertThat(texts(page, "h3")).containsExactly("Graph", "History");
            assertThat(texts(page, "dt")).containsExactly("current", "heads", "applied", "pending");
            assertThat(texts(page, "dd")).containsExactly("two", "two", "2", "0");
            assertThat(texts(page, "td")).contains("upgrade one", "upgrade two", "done");
            assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
        }
    }

    @Test
    void showsWhatIsPendingInItsOrder() throws Exception {
        try (WebApplication application = start(
                WebApplicationType.SERVLET, "migration.on-startup=none", "migration.allow-pending-migrations=true")) {
            Document page = parse(application.get("/migrations", BROWSER).has(200));

            assertThat(texts(page, "h3")).containsExactly("Pending, in this order", "Graph", "History");
            assertThat(texts(page, "td")).containsExactly("one", "Revision one", "base", "two", "Revision two", "one");
            assertThat(texts(page, "p")).contains("Nothing has been done yet.");
        }
    }

    @Test
    void showsWhatHasToBeSettled() throws Exception {
        try (WebApplication application = start(WebApplicationType.SERVLET)) {
            database.jdbc()
                    .sql("DELETE FROM migration_revision WHERE id = 'one'")
                    .update();
            Document page =
                    parse(application.get("/migrations/default", BROWSER).has(200));

            assertThat(texts(page, "span")).contains("INVALID");
            assertThat(page.getElementsByTagName("main").item(0).getTextContent())
                    .contains("out-of-order");
        }
    }

    @Test
    void leavesTextAsText() throws Exception {
        revisions.file(
                "three.sql", "-- <script>alert(1)</script> & \"so on\"\n-- revises: two\n\n-- +upgrade\nSELECT 1;\n");
        try (WebApplication application = start(WebApplicationType.SERVLET)) {
            Document page = parse(application.get("/migrations", BROWSER).has(200));

            assertThat(page.getElementsByTagName("script").getLength()).isZero();
            assertThat(texts(page, "text")).anyMatch(text -> text.startsWith("<script>alert(1)</script> & \"so on\""));
        }
    }

    @Test
    void drawsTheNewestOfManyRevisions() throws Exception {
        String last = "two";
        for (int i = 0; i < DatabaseView.MOST_DRAWN; i++) {
            revisions.revision("r" + i, last, "SELECT 1;", "SELECT 1;");
            last = "r" + i;
        }
        try (WebApplication application = start(WebApplicationType.SERVLET)) {
            Document page = parse(application.get("/migrations", BROWSER).has(200));

            assertThat(texts(page, "p")).anyMatch(text -> text.startsWith("2 older revisions are not drawn"));
            assertThat(texts(page, "a")).containsExactly("default", "more of them, in JSON");
            Element link = (Element) page.getElementsByTagName("a").item(1);
            assertThat(application
                            .get("/" + link.getAttribute("href"))
                            .has(200)
                            .json()
                            .at("/entries")
                            .size())
                    .isEqualTo(DatabaseView.MOST_DRAWN + 2);
        }
    }

    @Test
    void linksToWhereTheEndpointIs() throws Exception {
        try (WebApplication application =
                start(WebApplicationType.SERVLET, "management.endpoints.web.path-mapping.migrations=the/schema")) {
            Document page = parse(application.get("/the/schema", BROWSER).has(200));

            Element link = (Element) page.getElementsByTagName("a").item(0);
            assertThat(link.getAttribute("href")).isEqualTo("schema/default");
            application.get("/the/schema/default", BROWSER).has(200);
        }
    }

    @Test
    void namesWhatAStampWasOf() throws Exception {
        try (WebApplication application =
                start(WebApplicationType.SERVLET, "management.endpoint.migrations.access=unrestricted")) {
            application
                    .post("/migrations/default", "{\"operation\": \"stamp\", \"target\": \"base\"}")
                    .has(200);
            Document page = parse(application.get("/migrations", BROWSER).has(200));

            assertThat(texts(page, "td")).contains("stamp base");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void explainsWhatItCannotShow(WebApplicationType type) throws Exception {
        try (WebApplication application = start(type)) {
            Answer answer = application.get("/migrations/other", BROWSER).has(404);

            assertThat(answer.type()).hasToString("text/html;charset=UTF-8");
            assertThat(texts(parse(answer), "span")).containsExactly("no-such-database");
        }
    }

    /** Whoever accepts just anything, as curl and monitoring do, gets what programs read. */
    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void answersProgramsInJson(WebApplicationType type) {
        try (WebApplication application = start(type)) {
            for (String path : List.of("/migrations", "/migrations/default")) {
                assertThat(application.get(path, "*/*").has(200).type())
                        .hasToString("application/vnd.spring-boot.actuator.v3+json");
                assertThat(application.get(path, "application/json").has(200).type())
                        .hasToString("application/json");
                assertThat(application
                                .get(path, "application/json, text/plain, */*")
                                .has(200)
                                .json()
                                .isObject())
                        .isTrue();
            }
            assertThat(application
                            .get("/migrations/other", "application/json")
                            .has(404)
                            .type())
                    .hasToString("application/json");
        }
    }

    private WebApplication start(WebApplicationType type, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add(revisions.property());
        return WebApplication.start(type, database, all.toArray(String[]::new));
    }

    private static Document parse(Answer answer) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.text())));
    }

    private static List<String> texts(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
