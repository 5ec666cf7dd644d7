package dev.revgraph.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;

/** {@code /actuator/migrations} behind a real server. */
@PostgresTest
class MigrationsEndpointWebTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;

    MigrationsEndpointWebTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void showsEverythingThatCanBeRead(WebApplicationType type) {
        try (WebApplication application = start(type)) {
            JsonNode status = application.get("/migrations").has(200).json().at("/databases/default");
            assertThat(status.toString())
                    .isEqualTo("{\"state\":\"UP_TO_DATE\",\"current\":[\"two\"],\"heads\":[\"two\"],\"applied\":2,"
                            + "\"pending\":[],\"unknown\":[],\"problems\":[]}");
            assertThat(application.get("/migrations/default").has(200).json()).isEqualTo(status);

            JsonNode history =
                    application.get("/migrations/default/history").has(200).json();
            assertThat(history.at("/total").asInt()).isEqualTo(2);
            assertThat(history.at("/entries/0/revision").asString()).isEqualTo("two");
            assertThat(history.at("/entries/0/headsBefore/0").asString()).isEqualTo("one");
            assertThat(Instant.parse(history.at("/entries/0/startedAt").asString()))
                    .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());

            JsonNode revision = application
                    .get("/migrations/default/revisions/one")
                    .has(200)
                    .json();
            assertThat(revision.at("/state").asString()).isEqualTo("applied");
            assertThat(revision.at("/record/appliedBy").asString()).isEqualTo(database.username());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void answersUnknownNamesWith404(WebApplicationType type) {
        try (WebApplication application = start(type)) {
            assertThat(code(application.get("/migrations/other").has(404))).isEqualTo("no-such-database");
            assertThat(code(application.get("/migrations/other/history").has(404)))
                    .isEqualTo("no-such-database");
            assertThat(code(application.get("/migrations/default/future").has(404)))
                    .isEqualTo("usage");
            assertThat(code(application
                            .get("/migrations/default/revisions/three")
                            .has(404)))
                    .isEqualTo("no-such-revision");
            assertThat(code(application.get("/migrations/default/files/one").has(404)))
                    .isEqualTo("usage");
        }
    }

    @Test
    void pagesTheHistory() {
        try (WebApplication application = start(WebApplicationType.SERVLET)) {
            JsonNode second = application
                    .get("/migrations/default/history?page=1&size=1")
                    .has(200)
                    .json();
            assertThat(second.at("/entries").size()).isEqualTo(1);
            assertThat(second.at("/entries/0/revision").asString()).isEqualTo("one");
            assertThat(second.at("/page").asInt()).isEqualTo(1);
            assertThat(second.at("/size").asInt()).isEqualTo(1);
            for (String query : new String[] {"page=-1", "size=0", "size=1001"}) {
                Answer answer = application.get("/migrations/default/history?" + query);
                assertThat(code(answer.has(400))).isEqualTo("usage");
            }
            application.get("/migrations/default/history?size=many").has(400);
        }
    }

    @Test
    void isReadOnlyUnlessOpened() {
        try (WebApplication application = start(WebApplicationType.SERVLET)) {
            application
                    .post("/migrations/default", Map.of("operation", "downgrade", "target", "base"))
                    .has(405);
            assertThat(application
                            .get("/migrations/default")
                            .json()
                            .at("/applied")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void movesTheDatabaseWhereAccessIsUnrestricted(WebApplicationType type) {
        try (WebApplication application = open(type)) {
            JsonNode down =
                    move(application, "downgrade", "-1", "too slow").has(200).json();
            assertThat(down.at("/steps/0/revision").asString()).isEqualTo("two");
            assertThat(down.at("/steps/0/direction").asString()).isEqualTo("downgrade");
            assertThat(down.at("/current/0").asString()).isEqualTo("one");

            JsonNode pending = application.get("/migrations/default").json();
            assertThat(pending.at("/state").asString()).isEqualTo("PENDING");
            assertThat(pending.at("/pending").toString())
                    .isEqualTo("[{\"revision\":\"two\",\"description\":\"Revision two\",\"revises\":[\"one\"]}]");
            assertThat(application
                            .get("/migrations/default/history?size=1")
                            .json()
                            .at("/entries/0/reason")
                            .asString())
                    .isEqualTo("too slow");

            move(application, "stamp", "two", "by hand").has(200);
            assertThat(application
                            .get("/migrations/default")
                            .json()
                            .at("/state")
                            .asString())
                    .isEqualTo("UP_TO_DATE");

            move(application, "stamp", "one", "back").has(200);
            Answer usual = application.post("/migrations/default", Map.of("operation", "upgrade"));
            assertThat(usual.has(200).json().at("/steps/0/revision").asString()).isEqualTo("two");
        }
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        try (WebApplication application = open(WebApplicationType.SERVLET)) {
            assertThat(code(application.post("/migrations/default", Map.of()).has(400)))
                    .isEqualTo("usage");
            assertThat(code(move(application, "sidegrade", "one", "").has(400))).isEqualTo("usage");
            assertThat(code(move(application, "downgrade", "", "").has(400))).isEqualTo("usage");
            assertThat(code(move(application, "upgrade", "four", "").has(400))).isEqualTo("no-such-revision");
            assertThat(code(application
                            .post("/migrations/other", Map.of("operation", "upgrade"))
                            .has(404)))
                    .isEqualTo("no-such-database");
        }
    }

    @Test
    void answersAConflictWithoutShowingSql() {
        revisions.revision("three", "two", "CREATE TABLE one (secret_column text);", "");
        try (WebApplication application = open(WebApplicationType.SERVLET, "migration.target=two")) {
            Answer answer = move(application, "upgrade", "three", "").has(409);
            assertThat(code(answer)).isEqualTo("statement-failed");
            assertThat(answer.json().at("/error/revisions/0").asString()).isEqualTo("three");
            assertThat(answer.json().at("/error/action").asString()).isNotEmpty();
            assertThat(answer.text()).contains("42P07").doesNotContain("secret_column", "CREATE TABLE");
            assertThat(application.get("/migrations/default/history").has(200).text())
                    .contains("42P07")
                    .doesNotContain("secret_column", "CREATE TABLE");
        }
    }

    @Test
    void showsNeitherOthersQueriesNorItsOwnWhenALockIsNotToBeHad() throws Exception {
        revisions.revision("three", "two", "ALTER TABLE one ADD COLUMN secret_column text;", "");
        try (WebApplication application = open(
                        WebApplicationType.SERVLET,
                        "migration.target=two",
                        "migration.lock-timeout=50ms",
                        "migration.lock-retries=0");
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE one /* the blocker's */");
            Answer answer = move(application, "upgrade", "three", "").has(409);
            assertThat(code(answer)).isEqualTo("lock-timeout");
            assertThat(answer.text()).doesNotContain("secret_column", "LOCK TABLE", "blocker's");
            assertThat(application.get("/migrations/default/history").has(200).text())
                    .contains("waits in vain for a lock")
                    .doesNotContain("secret_column", "LOCK TABLE", "blocker's");
        }
    }

    @Test
    void saysThatTheDatabaseCannotBeAsked() {
        try (WebApplication application = WebApplication.start(
                WebApplicationType.SERVLET,
                database,
                revisions.property(),
                "migration.on-startup=none",
                "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere?user=ann&password=hush")) {
            Answer answer = application.get("/migrations/default").has(503);
            assertThat(code(answer)).isEqualTo("connection");
            assertThat(answer.text()).contains("localhost:1").doesNotContain("hush");
            assertThat(application.getInTime("/health/migrations").has(503).text())
                    .contains("localhost:1")
                    .doesNotContain("hush");
            assertThat(application
                            .get("/migrations")
                            .has(503)
                            .json()
                            .at("/databases/default/error/code")
                            .asString())
                    .isEqualTo("connection");
        }
    }

    @Test
    void countsForReadinessWhereItIsListed() {
        try (WebApplication application = open(
                WebApplicationType.SERVLET,
                "management.endpoint.health.probes.enabled=true",
                "management.endpoint.health.group.readiness.include=readinessState,migrations")) {
            application.getInTime("/health/readiness").has(200);
            move(application, "downgrade", "one", "").has(200);
            Answer answer = application.getInTime("/health/readiness").has(503);
            assertThat(answer.json().at("/status").asString()).isEqualTo("OUT_OF_SERVICE");
            assertThat(answer.json()
                            .at("/components/migrations/details/pending")
                            .asInt())
                    .isEqualTo(1);
            application.get("/health/liveness").has(200);
        }
    }

    @Test
    void refusesToUndoWhatIsIrreversible() {
        revisions.file("three.sql", """
                -- Nothing to go back to
                -- revises: two

                -- +upgrade
                CREATE TABLE three ();

                -- +downgrade irreversible: the old rows are gone
                """);
        try (WebApplication application = open(WebApplicationType.SERVLET)) {
            assertThat(code(move(application, "downgrade", "two", "").has(409))).isEqualTo("irreversible");
        }
    }

    private static String code(Answer answer) {
        return answer.json().at("/error/code").asString();
    }

    private static Answer move(WebApplication application, String operation, String target, String reason) {
        return application.post(
                "/migrations/default", Map.of("operation", operation, "target", target, "reason", reason));
    }

    private WebApplication start(WebApplicationType type) {
        return WebApplication.start(type, database, revisions.property());
    }

    private WebApplication open(WebApplicationType type, String... properties) {
        String[] all = new String[properties.length + 2];
        all[0] = revisions.property();
        all[1] = "management.endpoint.migrations.access=unrestricted";
        System.arraycopy(properties, 0, all, 2, properties.length);
        return WebApplication.start(type, database, all);
    }
}
