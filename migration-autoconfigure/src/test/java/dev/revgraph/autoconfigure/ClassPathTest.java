package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.app.empty.StandaloneApplication;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.ClassPath;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Applications that have less on their class path: each is a process of its own, so nothing else can be loaded. */
@PostgresTest
class ClassPathTest {

    private final TestDatabase database;

    ClassPathTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theStarterAloneMigrates() throws Exception {
        assertThat(start(ClassPath.ofStarter(), Applications.connection(database)))
                .contains("UP_TO_DATE, current [20250102_add_email]", "STARTED");
    }

    @Test
    void actuatorNeedsNoMetrics() throws Exception {
        assertThat(start(
                        ClassPath.ofStarter()
                                .with(
                                        "spring-boot-actuator-4",
                                        "spring-boot-actuator-autoconfigure-",
                                        "spring-boot-health-"),
                        Applications.connection(database)))
                .contains("UP_TO_DATE", "STARTED");
    }

    @Test
    void metricsNeedNoActuator() throws Exception {
        assertThat(start(
                        ClassPath.ofStarter()
                                .with(
                                        "micrometer-core-",
                                        "spring-boot-micrometer-metrics-4",
                                        "spring-boot-micrometer-observation-",
                                        "HdrHistogram-"),
                        Applications.connection(database)))
                .contains("UP_TO_DATE", "STARTED");
    }

    @Test
    void noObservationsAreNeeded() throws Exception {
        assertThat(start(
                        ClassPath.ofStarter().without("micrometer-observation-", "micrometer-commons-"),
                        Applications.connection(database)))
                .contains("UP_TO_DATE", "STARTED");
    }

    @Test
    void withoutSupportForDataSourcesItStartsAndSaysWhatIsMissing() throws Exception {
        assertThat(start(ClassPath.ofStarter().without("spring-boot-jdbc-", "spring-boot-sql-", "HikariCP-")))
                .contains("Nothing is migrated: spring-boot-jdbc is not on the class path. Add"
                        + " spring-boot-starter-jdbc, or set migration.enabled=false")
                .contains("STARTED");
    }

    @Test
    void withoutADataSourceItStartsAndSaysWhatIsMissing() throws Exception {
        String exclude = "spring.autoconfigure.exclude="
                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";
        assertThat(start(ClassPath.ofStarter(), exclude))
                .contains("Nothing is migrated: there is no data source. Set spring.datasource.url")
                .contains("STARTED");
        assertThat(start(ClassPath.ofStarter(), exclude, "migration.enabled=false"))
                .doesNotContain("Nothing is migrated")
                .contains("STARTED");
    }

    @Test
    void withoutAUrlItSaysThatOneIsMissing() throws Exception {
        assertThat(start(ClassPath.ofStarter()))
                .contains("APPLICATION FAILED TO START", "'url' attribute is not specified")
                .doesNotContain("STARTED ");
    }

    private static String start(ClassPath classPath, String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath.text(),
                StandaloneApplication.class.getName(),
                "--spring.main.banner-mode=off"));
        Arrays.stream(properties).forEach(property -> command.add("--" + property));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
