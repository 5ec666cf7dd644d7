package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.sample.PackedSample.Ran;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar as its own migration tool: its configuration, its Java revision, and no web server. */
@PostgresTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CommandLineIT {

    private static final String COMMANDS = "dev.revgraph.cli.application.ApplicationCommands";

    @TempDir
    private Path folder;

    @Test
    void s29MovesADatabaseUpAndDownFromTheJarOfTheApplication(TestDatabase database) throws Exception {
        PackedSample sample = new PackedSample(folder).with(database);
        Ran before = sample.command("status", "--exit-code", "--format", "json").exitsWith(3);
        assertThat(before.text("$.state")).isEqualTo("EMPTY");

        Ran up = sample.command("upgrade", "--format", "json").exitsWith(0);
        assertThat(up.texts("$.steps[*].revision"))
                .contains("20250514_create_base_schema", "20250523_backfill_usage_units");

        sample.command("downgrade", "-1", "--reason", "wrong release").exitsWith(0);

        Ran unknown = sample.command("show", "20250514_create_bse_schema", "--format", "json")
                .exitsWith(1);
        assertThat(unknown.text("$.error.code")).isEqualTo("no-such-revision");
    }

    @Test
    void s24WritesScriptsWithoutADatabaseAndRefusesJava() throws Exception {
        PackedSample sample = new PackedSample(folder);
        String nowhere = "--sample.postgres.directory=" + folder.resolve("postgres");
        Ran script = sample.command("upgrade", "20250522_add_usage_units", "--sql", nowhere)
                .exitsWith(0);
        assertThat(script.err()).isEmpty();
        assertThat(script.out())
                .startsWith("-- Upgrade from base to 20250522_add_usage_units\n")
                .contains("\\set ON_ERROR_STOP on");

        Ran refused = sample.command("upgrade", "--sql", nowhere).exitsWith(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("\"20250523_backfill_usage_units\"", "BackfillUsageUnits", "written in Java");
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    @Test
    void s29MovesADatabaseFromAnExtractedApplication(TestDatabase database) throws Exception {
        PackedSample sample = new PackedSample(folder).with(database);
        String jar = PackedSample.jar().toString();
        sample.java(List.of("-Djarmode=tools", "-jar", jar), "extract", "--destination", "app")
                .exitsWith(0);
        Ran up = sample.java(List.of("-cp", "app/sample-app.jar", COMMANDS), "upgrade", "--format", "json")
                .exitsWith(0);
        assertThat(up.texts("$.steps[*].revision")).contains("20250523_backfill_usage_units");

        sample.java(List.of("-Djarmode=tools", "-jar", jar), "extract", "--launcher", "--destination", "layers")
                .exitsWith(0);
        String launcher = "org.springframework.boot.loader.launch.JarLauncher";
        Ran status = sample.java(
                        List.of("-Djarmode=migration", "-cp", "layers", launcher), "status", "--format", "json")
                .exitsWith(0);
        assertThat(status.text("$.state")).isEqualTo("UP_TO_DATE");

        Ran exploded = sample.java(
                        List.of(
                                "-Dmigration.main-class=" + SampleApplication.class.getName(),
                                "-cp",
                                "layers/BOOT-INF/classes" + File.pathSeparator + "layers/BOOT-INF/lib/*",
                                COMMANDS),
                        "heads",
                        "--format",
                        "json")
                .exitsWith(0);
        assertThat(exploded.texts("$.revisions[*].revision")).isEqualTo(status.texts("$.heads"));
    }
}
