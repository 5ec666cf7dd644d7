package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of the page about deployment work. */
@PostgresTest
class StartupPageTest {

    private final Page page = Page.read("docs/startup-and-deployment.md");
    private final TestDatabase database;
    private final RevisionFolder revisions;
    private final GuidedApplication application;

    StartupPageTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.application = new GuidedApplication(database, folder);
        this.revisions = application.revisions().table("a", "base").table("b", "a");
    }

    @Test
    void theJobMigratesAndEndsWithZero() throws Exception {
        assertThat(runJob()).isZero();
        assertThat(database.jdbc()
                        .sql("SELECT id FROM migration_revision ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("a", "b");
    }

    @Test
    void theJobEndsWithOneIfARevisionFails() throws Exception {
        revisions.revision("c", "b", "SELECT 1/0;", "");
        assertThat(runJob()).isEqualTo(1);
    }

    @Test
    void readinessWaitsForMigrations() {
        try (application) {
            page.blocks("Readiness").forEach(application::configure);
            application.start("migration.on-startup=none");
            application.getInTime("/health/readiness").has(503);
            application.get("/health/liveness").has(200);
            application.start();
            application.getInTime("/health/readiness").has(200);
        }
    }

    @Test
    void aMaintenanceInstanceStartsWhereTheApplicationDoesNot() {
        revisions.table("other", "a");
        try (application) {
            application.refuse();
            application.startAs(page.blocks("A maintenance instance").get(0));
            application.get("/migrations/default").has(200);
        }
    }

    /** With the environment of the manifest, as a process of its own. */
    private int runJob() throws IOException, InterruptedException {
        Block manifest = page.blocks("Migrate first, then roll out").get(0);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MigrateAndEnd.class.getName(),
                "--spring.docker.compose.enabled=false",
                "--" + revisions.property()));
        for (String property : Applications.connection(database)) {
            command.add("--" + property);
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Configuration.of(manifest).variables());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(output).contains("upgrade of database");
        return exit;
    }
}
