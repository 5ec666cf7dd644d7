package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar on a machine without a PostgreSQL, as the README starts it. */
class PackagedApplicationIT {

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leavesNothingRunning() throws IOException {
        started.forEach(Process::destroyForcibly);
        for (var file : postmasterFiles()) {
            var pid = Long.parseLong(Files.readAllLines(file).get(0));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void keepsItsDataWhenItIsKilledAndStartedAgain() throws Exception {
        var first = start("first.log");
        var client = ready(first, "first.log");
        assertThat(client.get("/actuator/migrations").at("$.databases.default.state"))
                .isEqualTo("UP_TO_DATE");
        var account = client.post("/accounts", "{\"email\": \"ann@shop.example\", \"name\": \"Ann\"}");
        assertThat(account.status()).isEqualTo(201);

        first.destroyForcibly().waitFor();
        var second = start("second.log");
        client = ready(second, "second.log");

        assertThat(client.get("/accounts/" + account.at("$.id")).at("$.name")).isEqualTo("Ann");
        assertThat(Files.readString(home.resolve("second.log"))).contains("Joined the embedded PostgreSQL");
        var server = postmasterFiles();
        assertThat(server).hasSize(1);
        second.destroy();
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // The application waits for the end of its server, but not as long as a busy machine may need for it.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(server).noneMatch(Files::exists));
    }

    private List<Path> postmasterFiles() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList();
        }
    }

    private Process start(String log) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("sample.jar", "target/sample-app.jar"),
                        "--server.port=0",
                        "--sample.postgres.directory=" + home.resolve("postgres"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile())
                .start();
        started.add(process);
        return process;
    }

    private Client ready(Process application, String log) throws Exception {
        var client = Client.at(PackedSample.port(application, home.resolve(log)));
        assertThat(client.getInTime("/actuator/health").status()).isEqualTo(200);
        return client;
    }
}
