package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
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

    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leavesNothingRunning() throws IOException {
        started.forEach(Process::destroyForcibly);
        try (var files = Files.walk(home)) {
            for (var file :
                    files.filter(path -> path.endsWith("postmaster.pid")).toList()) {
                var pid = Long.parseLong(Files.readAllLines(file).get(0));
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            }
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

        first.process().destroyForcibly().waitFor();
        var second = start("second.log");
        client = ready(second, "second.log");

        assertThat(client.get("/accounts/" + account.at("$.id")).at("$.name")).isEqualTo("Ann");
        assertThat(Files.readString(home.resolve("second.log"))).contains("Joined the embedded PostgreSQL");
        second.process().destroy();
        assertThat(second.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (var files = Files.walk(home)) {
            assertThat(files.filter(file -> file.endsWith("postmaster.pid"))).isEmpty();
        }
    }

    private record Started(Process process, int port) {}

    private Started start(String log) throws IOException {
        var port = freePort();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("sample.jar", "target/sample-app.jar"),
                        "--server.port=" + port,
                        "--sample.postgres.directory=" + home.resolve("postgres"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile())
                .start();
        started.add(process);
        return new Started(process, port);
    }

    private Client ready(Started started, String log) throws Exception {
        var client = Client.at(started.port());
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && started.process().isAlive()) {
            try {
                if (client.get("/actuator/health").status() == 200) {
                    return client;
                }
            } catch (ConnectException e) {
                // Not yet.
            }
            Thread.sleep(250);
        }
        throw new AssertionError("The application does not start:\n" + Files.readString(home.resolve(log)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
