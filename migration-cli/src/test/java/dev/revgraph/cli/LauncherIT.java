package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the packed program. */
@PostgresTest
@Timeout(240)
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    @TempDir
    private Path folder;

    @Test
    void keepsAnArchiveOfTheClassesAndSaysTheSameWithIt(TestDatabase database) throws Exception {
        Revisions.in(folder).table("a", "base");
        run(database, "current").succeeds();
        assertThat(archives()).isEmpty();

        Ran first = run(database, "status", "--format", "json").succeeds();
        assertThat(first.json().get("state").asString()).isEqualTo("EMPTY");
        assertThat(archives()).hasSize(1);

        assertThat(run(database, "status", "--format", "json").succeeds()).isEqualTo(first);
        assertThat(run(database, "upgrade", "--format", "json").succeeds().strings("current"))
                .containsExactly("a");
        assertThat(archives()).hasSize(1);
    }

    @Test
    void takesTheExitCodeAndKeepsNothingOfAFailure(TestDatabase database) throws Exception {
        Revisions.in(folder).table("a", "base");
        run(database, "status", "--exit-code").exitsWith(3);
        run(database, "nothing").exitsWith(2);
        assertThat(archives()).isEmpty();
    }

    private Ran run(TestDatabase database, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", new File("src/main/sh/migration").getAbsolutePath()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "MIGRATION_JAR",
                        new File(System.getProperty("cli.jar", "target/migration-cli.jar")).getAbsolutePath());
        builder.environment().put("MIGRATION_CACHE", folder.resolve("cache").toString());
        builder.environment().put("MIGRATION_URL", database.url());
        builder.environment().put("MIGRATION_USERNAME", database.username());
        builder.environment().put("MIGRATION_PASSWORD", database.password());
        builder.environment().put("MIGRATION_LOCATIONS", "filesystem:" + folder.resolve("revisions"));
        int exitCode = builder.start().waitFor();
        return new Ran(exitCode, Files.readString(out), Files.readString(err));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }
}
