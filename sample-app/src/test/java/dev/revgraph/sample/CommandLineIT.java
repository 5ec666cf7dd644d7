package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar as its own migration tool: its configuration, its Java revision, and no web server. */
@PostgresTest
class CommandLineIT {

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {

        String text(String path) {
            return JsonPath.read(out, path);
        }

        List<String> texts(String path) {
            return JsonPath.read(out, path);
        }
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void movesADatabaseUpAndDownFromTheJarOfTheApplication(TestDatabase database) throws Exception {
        Ran before = run(database, "status", "--exit-code", "--format", "json");
        assertThat(before.exit()).as(before.err()).isEqualTo(3);
        assertThat(before.text("$.state")).isEqualTo("EMPTY");

        Ran up = run(database, "upgrade", "--format", "json");
        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(up.texts("$.steps[*].revision"))
                .contains("20250514_create_base_schema", "20250523_backfill_usage_units");

        Ran down = run(database, "downgrade", "-1", "--reason", "wrong release");
        assertThat(down.exit()).as(down.err()).isZero();

        Ran unknown = run(database, "show", "20250514_create_bse_schema", "--format", "json");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.text("$.error.code")).isEqualTo("no-such-revision");
        assertThat(unknown.err()).doesNotContain("\tat ");
    }

    private Ran run(TestDatabase database, String... command) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=migration",
                "-jar",
                System.getProperty("sample.jar", "target/sample-app.jar")));
        line.addAll(List.of(command));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("SPRING_DATASOURCE_URL", database.url());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.username());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        int exit = builder.start().waitFor();
        return new Ran(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
