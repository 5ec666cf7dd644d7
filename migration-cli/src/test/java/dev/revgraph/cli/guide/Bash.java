package dev.revgraph.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Types the commands of a guide in a folder in which the packed program lies under the names that guides use. An
 * application's jar is stood in for by the stand-alone program, which takes the same commands; that the jar does is
 * shown by the sample application's tests.
 */
final class Bash {

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final TestDatabase database;

    Bash(Path folder, TestDatabase database) throws IOException {
        this.folder = folder;
        this.database = database;
        Path jar = Path.of(System.getProperty("cli.jar", "target/migration-cli.jar"))
                .toAbsolutePath();
        for (String name : List.of("migration-cli.jar", "app.jar")) {
            Files.copy(jar, folder.resolve(name));
        }
        String place = database.url().substring("jdbc:postgresql://".length()).split("\\?", 2)[0];
        environment.put("DATABASE_URL", "postgres://" + database.username() + ":" + database.password() + "@" + place);
    }

    /** Aborts the calling test, with the reason, where one of these programs is not installed. */
    static void require(String... programs) {
        List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        for (String program : programs) {
            if (path.stream().noneMatch(directory -> Files.isExecutable(Path.of(directory, program)))) {
                Assumptions.abort(program + " is not installed, so the commands of the guide cannot be typed.");
            }
        }
    }

    Bash variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs the lines as one script that stops at the first failure; it has to succeed. Returns what was printed. */
    String type(String lines) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script.sh"), "set -e -o pipefail\n" + lines);
        Path printed = folder.resolve("printed");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MIGRATION_"));
        builder.environment().putAll(environment);
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (old, java) -> java + File.pathSeparator + old);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The commands do not end: " + lines);
        }
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as("%s%n%s", lines, text).isZero();
        assertThat(text).doesNotContain(database.password(), "\tat ");
        return text;
    }
}
