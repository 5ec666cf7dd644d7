package dev.revgraph.autoconfigure.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.autoconfigure.app.empty.EmptyApplication;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a person reads when the application does not start. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;

    RefusedStartTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @Test
    void listsPendingRevisionsAndSaysWhatToType(CapturedOutput output) {
        refuse("migration.on-startup=check");
        assertThat(report(output))
                .contains("2 revisions are pending in the database \"default\"")
                .contains("- one  Revision one", "- two  Revision two")
                .contains(
                        "`java -Djarmode=migration -jar app.jar upgrade`",
                        "`migration.on-startup=upgrade`",
                        "`ALLOW_PENDING_MIGRATIONS=true`",
                        "`migration.allow-pending-migrations=true`");
    }

    @Test
    void letsTheEnvironmentVariableAllowPendingRevisions() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("ALLOW_PENDING_MIGRATIONS", "true")));
        application("migration.on-startup=check", "migration.allow-pending-migrations=false")
                .environment(environment)
                .run()
                .close();
    }

    @Test
    void showsTheFailedStatementAndWhatTheServerSaid(CapturedOutput output) {
        revisions.revision("three", "two", "CREATE TABLE three (\n  id bigint REFERENCES nowhere\n);", "");
        refuse();
        assertThat(report(output))
                .contains("three.sql:", "relation \"nowhere\" does not exist", "42P01")
                .contains("REFERENCES nowhere");
    }

    @Test
    void listsEverythingThatIsWrongWithTheFiles(CapturedOutput output) {
        revisions.table("three", "none_such").file("four.sql", "-- No header\n\n-- +upgrade\nSELECT 1;\n");
        refuse();
        assertThat(report(output)).contains("three.sql:2", "none_such", "four.sql", "Correct the files named above.");
    }

    @Test
    void namesTheHeadsAndTheCommandThatMergesThem(CapturedOutput output) {
        revisions.table("other", "one");
        refuse();
        assertThat(report(output)).contains("\"other\", \"two\"").contains("merge -m");
    }

    @Test
    void saysThatTheDatabaseIsNoPostgres(CapturedOutput output) {
        refuse("spring.datasource.url=jdbc:h2:mem:app", "spring.datasource.username=sa", "spring.datasource.password=");
        assertThat(report(output))
                .contains("The data source leads to H2")
                .contains("@MigrationDataSource")
                .contains("If this is a test slice", "Replace.NONE", "spring.test.database.replace=none");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached(CapturedOutput output) {
        refuse("spring.datasource.url=jdbc:postgresql://localhost:1/nowhere");
        assertThat(report(output)).contains("localhost:1", "Action:").doesNotContain(database.password());
    }

    @Test
    void saysThatThePasswordIsWrong(CapturedOutput output) {
        refuse("spring.datasource.username=nobody_at_all", "spring.datasource.password=hunter2");
        assertThat(report(output))
                .contains("nobody_at_all", "`spring.datasource.password`")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:nothing://ann:hush@localhost/db?password=hush",
                "jdbc:postgresql://localhost:xx/db?user=ann&password=hush",
                "jdbc:postgresql://ann:hush@localhost/db",
                "jdbc:postgresql://localhost:1/db?user=ann&password=hush",
                "jdbc:postgresql:nowhere?password=hush",
                "postgres://ann:hush@localhost/db",
                "jdbc:"
            })
    void explainsAUrlThatLeadsNowhereWithoutItsPassword(String url, CapturedOutput output) {
        for (String key : List.of("spring.datasource.url", "migration.url")) {
            int before = output.getAll().length();
            refuse(key + "=" + url);
            String told = output.getAll().substring(before);
            assertThat(told)
                    .as(key)
                    .contains("APPLICATION FAILED TO START", "Action:")
                    .containsIgnoringCase("URL")
                    .doesNotContain("hush", "	at ");
        }
    }

    @Test
    void namesTheKeyThatWasProbablyMeantAndNoValue(CapturedOutput output) {
        refuse("migration.pasword=hunter2", "migration.lock-timeot=5s", "migration.something-else=x");
        assertThat(report(output))
                .contains("The property \"migration.pasword\"", "Is \"migration.password\" meant?")
                .contains("The property \"migration.lock-timeot\"", "Is \"migration.lock-timeout\" meant?")
                .contains("The property \"migration.something-else\"")
                .contains("The keys are: migration.allow-ahead, ")
                .doesNotContain("hunter2");
    }

    @Test
    void listsTheValuesThatAreAllowed(CapturedOutput output) {
        refuse("migration.on-startup=validate");
        assertThat(report(output)).contains("migration.on-startup", "CHECK", "NONE", "UPGRADE");
    }

    @Test
    void saysWhyARelativeTargetMakesNoSense(CapturedOutput output) {
        refuse("migration.target=+1");
        assertThat(report(output)).contains("migration.target", "every start would mean another revision");
    }

    private void refuse(String... properties) {
        assertThatThrownBy(() -> application(properties).run().close()).isNotNull();
    }

    private SpringApplicationBuilder application(String... properties) {
        List<String> all = new ArrayList<>(Arrays.asList(Applications.connection(database)));
        all.add(revisions.property());
        all.addAll(Arrays.asList(properties));
        return new SpringApplicationBuilder(EmptyApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(all.toArray(String[]::new));
    }

    /** The report, and nothing of the log before it. */
    private static String report(CapturedOutput output) {
        String all = output.getAll();
        assertThat(all).contains("APPLICATION FAILED TO START");
        return all.substring(all.indexOf("APPLICATION FAILED TO START"));
    }
}
