package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The executable jar, and what has been extracted from it, in processes of their own. */
final class PackedSample {

    private static final Duration START = Duration.ofMinutes(3);

    private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)/actuator/migrations");

    /** How a process ended, and what it printed where. */
    record Ran(int exit, String out, String err) {

        String text(String path) {
            return JsonPath.read(out, path);
        }

        List<String> texts(String path) {
            return JsonPath.read(out, path);
        }

        Ran exitsWith(int expected) {
            assertThat(exit).as("exit code; out: %s; err: %s", out, err).isEqualTo(expected);
            assertThat(out + err).doesNotContain("\tat ");
            return this;
        }
    }

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private String password = "";

    /** Without a database; temporary files go into the folder. */
    PackedSample(Path folder) {
        this.folder = folder;
    }

    PackedSample with(TestDatabase database) {
        password = database.password();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.username());
        environment.put("SPRING_DATASOURCE_PASSWORD", password);
        return this;
    }

    PackedSample variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    static Path jar() {
        return Path.of(System.getProperty("sample.jar", "target/sample-app.jar"))
                .toAbsolutePath();
    }

    /** A command of the jar's own migration tool. */
    Ran command(String... command) throws IOException, InterruptedException {
        return java(List.of("-Djarmode=migration", "-jar", jar().toString()), command);
    }

    /** A process of this JVM's java, waited for. */
    Ran java(List<String> options, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = process(options, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The process does not end.\n" + Files.readString(out) + Files.readString(err));
        }
        Ran ran = new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        if (!password.isEmpty()) {
            assertThat(ran.out() + ran.err()).doesNotContain(password);
        }
        return ran;
    }

    /** The service itself; the caller ends it. Everything goes into one log. */
    Process start(Path log, String... arguments) throws IOException {
        return process(List.of("-jar", jar().toString()), arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Where a service listens that was started with {@code --server.port=0}, once its log says so. */
    static int port(Process service, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && service.isAlive()) {
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            service.waitFor(250, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The application does not start:\n" + Files.readString(log));
    }

    private ProcessBuilder process(List<String> options, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        line.addAll(options);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
