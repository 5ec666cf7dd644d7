package dev.revgraph.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.SilentServer;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the endpoint answers while a database does not. Without a bound, each of these would wait for ever. */
@PostgresTest
@Timeout(300)
@Tag("slow")
class HangingDatabaseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestDatabase database;
    private final RevisionFolder revisions;

    HangingDatabaseTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void everyQuestionToASilentServerIsAnswered(WebApplicationType type) throws Exception {
        try (SilentServer server = new SilentServer();
                WebApplication application = WebApplication.start(
                        type,
                        database,
                        revisions.property(),
                        "migration.on-startup=none",
                        "migration.url=" + server.url())) {
            for (String path : List.of("", "/history", "/revisions/one")) {
                JsonNode error = error(application.get("/migrations/default" + path), "/error");
                assertThat(error.at("/code").asString()).isEqualTo("connection");
                assertThat(error.at("/message").asString()).contains("\"default\" does not answer");
                assertThat(error.at("/action").asString()).contains("pg_stat_activity");
            }
            assertThat(error(application.get("/migrations"), "/databases/default/error")
                            .at("/code")
                            .asString())
                    .isEqualTo("connection");
            JsonNode health = application.get("/health/migrations").has(503).json();
            assertThat(health.at("/details/code").asString()).isEqualTo("connection");
            assertThat(health.at("/details/error").asString()).contains("does not answer");
        }
    }

    @Test
    void pollingASilentServerPilesUpNothing() throws Exception {
        try (SilentServer server = new SilentServer();
                WebApplication application = WebApplication.start(
                        WebApplicationType.SERVLET,
                        database,
                        revisions.property(),
                        "migration.on-startup=none",
                        "migration.url=" + server.url())) {
            for (int i = 0; i < 50; i++) {
                application.get("/migrations").has(503);
                application.get("/health/migrations").has(503);
            }
            assertThat(server.connections()).isLessThanOrEqualTo(5);
            // Those of a test before may still be about to end.
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (inquiries() > 5 && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertThat(inquiries()).isBetween(1L, 5L);
        }
    }

    @Test
    void aDatabaseThatIsBackIsSeen() throws Exception {
        try (WebApplication application =
                        WebApplication.start(WebApplicationType.SERVLET, database, revisions.property());
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE migration_revision, migration_history IN ACCESS EXCLUSIVE MODE");
            application.get("/migrations/default/history").has(503);
            application.get("/migrations/default/revisions/one").has(503);

            connection.rollback();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (application.get("/migrations/default/history").status() != 200 && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            application.get("/migrations/default/history").has(200);
        }
    }

    @Test
    void theOtherDatabasesAreAnswered() throws Exception {
        try (SilentServer server = new SilentServer()) {
            PGSimpleDataSource silent = new PGSimpleDataSource();
            silent.setUrl(server.url());
            Applications.bare()
                    .withConfiguration(AutoConfigurations.of(MigrationsEndpointAutoConfiguration.class))
                    .withPropertyValues(Applications.connection(database))
                    .withPropertyValues("migration.on-startup=none", "management.endpoints.web.exposure.include=*")
                    .withBean("silent", MigrationEngine.class, () -> engine("silent", silent))
                    .withBean("whole", MigrationEngine.class, () -> engine("whole", database.dataSource()))
                    .run(context -> {
                        var response =
                                context.getBean(MigrationsWebExtension.class).databases(AnswerForm.V3_JSON);
                        assertThat(response.getStatus()).isEqualTo(503);
                        assertThat(json(response.getBody())
                                        .at("/databases/whole/state")
                                        .asString())
                                .isEqualTo("EMPTY");
                        assertThat(json(response.getBody())
                                        .at("/databases/silent/error/code")
                                        .asString())
                                .isEqualTo("connection");
                        assertThat(json(context.getBean(MigrationsEndpoint.class)
                                                .databases())
                                        .at("/databases/whole/state")
                                        .asString())
                                .isEqualTo("EMPTY");
                    });
        }
    }

    private static long inquiries() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("migrations-inquiry-"))
                .count();
    }

    private MigrationEngine engine(String name, DataSource dataSource) {
        return MigrationEngine.builder(dataSource)
                .name(name)
                .settings(MigrationSettings.defaults()
                        .with(settings -> settings.locations(List.of(revisions.location()))))
                .build();
    }

    private static JsonNode json(@Nullable Object body) {
        return JsonMapper.shared().valueToTree(body);
    }

    private static JsonNode error(Answer answer, String place) {
        return answer.has(503).json().at(place);
    }
}
