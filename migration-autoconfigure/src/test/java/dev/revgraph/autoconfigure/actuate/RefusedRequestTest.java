package dev.revgraph.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;

/** A request that says something else than what it means moves nothing. */
@PostgresTest
class RefusedRequestTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;

    RefusedRequestTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void namesWhatItDoesNotKnow(WebApplicationType type) {
        try (WebApplication application = open(type)) {
            assertThat(refusal(application, "{\"operation\": \"upgrade\", \"targt\": \"one\", \"REASON\": \"x\"}"))
                    .contains("\\\"REASON\\\"", "\\\"targt\\\"", "operation, reason, target");
            assertThat(refusal(application, "{\"operation\": \"upgrade\", \"database\": \"other\"}"))
                    .contains("\\\"database\\\"");
            assertThat(refusal(application, "{\"operation\": \"sidegrade\"}"))
                    .contains("sidegrade", "upgrade, downgrade or stamp");
            assertThat(code(application
                            .post("/migrations/default?tagret=one", "{\"operation\": \"upgrade\"}")
                            .has(400)))
                    .isEqualTo("usage");
            assertThat(applied(application)).isZero();

            application
                    .post("/migrations/default", "{\"operation\": \"upgrade\", \"target\": \"one\", \"reason\": null}")
                    .has(200);
            assertThat(applied(application)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void refusesWhatIsNoText(WebApplicationType type) {
        try (WebApplication application = open(type)) {
            for (String value : new String[] {"[\"one\"]", "{\"id\": \"one\"}"}) {
                application
                        .post("/migrations/default", "{\"operation\": \"upgrade\", \"target\": " + value + "}")
                        .has(400);
            }
            assertThat(refusal(application, "{\"operation\": true}")).contains("\\\"true\\\"");
            assertThat(applied(application)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void saysThatNothingIsAskedFor(WebApplicationType type) {
        try (WebApplication application = open(type)) {
            for (String body : new String[] {"", "{}", "{\"target\": \"one\"}", "{\"operation\": \"\"}"}) {
                assertThat(refusal(application, body)).contains("does not say what to do");
            }
            for (String body : new String[] {"{\"operation\"", "[]", "\"upgrade\""}) {
                application.post("/migrations/default", body).has(400);
            }
            assertThat(applied(application)).isZero();
        }
    }

    private static String refusal(WebApplication application, String body) {
        Answer answer = application.post("/migrations/default", body).has(400);
        assertThat(code(answer)).as(answer.text()).isEqualTo("usage");
        return answer.text();
    }

    private static String code(Answer answer) {
        return answer.json().at("/error/code").asString();
    }

    private static int applied(WebApplication application) {
        return application
                .get("/migrations/default")
                .has(200)
                .json()
                .at("/applied")
                .asInt();
    }

    private WebApplication open(WebApplicationType type) {
        return WebApplication.start(
                type,
                database,
                revisions.property(),
                "migration.on-startup=none",
                "management.endpoint.migrations.access=unrestricted");
    }
}
