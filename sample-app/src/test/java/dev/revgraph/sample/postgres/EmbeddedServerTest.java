package dev.revgraph.sample.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedServerTest {

    /** Unpacking them takes longer than a test. */
    @TempDir
    private static Path binaries;

    private final DataDirectory directory;

    EmbeddedServerTest(@TempDir Path root) {
        this.directory = new DataDirectory(root.resolve("server"));
    }

    @AfterEach
    void leavesNoServerBehind() throws IOException {
        try {
            hasStopped();
        } finally {
            directory.postmaster().ifPresent(Postmaster::stop);
        }
    }

    /** Whoever stops the server waits for its end, but not as long as a busy machine may need for it. */
    private void hasStopped() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(directory.postmaster()).isEmpty());
    }

    @Test
    void keepsItsDataWhenItsOnlyUserStopsAndStartsAgain() throws Exception {
        try (var server = attach()) {
            write(server, "kept");
        }
        hasStopped();

        try (var server = attach()) {
            assertThat(read(server)).isEqualTo("kept");
        }
    }

    @Test
    void isFoundAgainWhenItsUserWasKilled() throws Exception {
        var killed = AttachedProgram.start(directory, binaries);
        var before = directory.postmaster().orElseThrow();
        killed.destroyForcibly().waitFor();

        try (var server = attach()) {
            write(server, "joined");
            assertThat(directory.postmaster()).contains(before);
        }
    }

    @Test
    void runsUntilItsLastUserStops() throws Exception {
        var first = attach();
        try (var second = attach()) {
            first.close();

            write(second, "still there");
        }
        hasStopped();
    }

    @Test
    void isStartedOnceByUsersThatComeTogether() throws Exception {
        var other = CompletableFuture.supplyAsync(this::attachUnchecked);
        try (var one = attach();
                var two = other.get()) {
            assertThat(one.jdbcUrl()).isEqualTo(two.jdbcUrl());
        }
    }

    @Test
    void recoversWhenServerAndUserWereKilledTogether() throws Exception {
        try (var server = attach()) {
            write(server, "committed");
        }
        hasStopped();
        var killed = AttachedProgram.start(directory, binaries);
        var server =
                ProcessHandle.of(directory.postmaster().orElseThrow().pid()).orElseThrow();
        // The next server does not start while a process of this one lives.
        var processes = Stream.concat(Stream.of(server), server.descendants()).toList();
        server.destroyForcibly();
        killed.destroyForcibly().waitFor();
        for (var process : processes) {
            process.onExit().get(1, TimeUnit.MINUTES);
        }

        try (var again = attach()) {
            assertThat(read(again)).isEqualTo("committed");
        }
    }

    @Test
    void startsOverWhereTheFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(directory.cluster());
        Files.writeString(directory.cluster().resolve("postgresql.conf"), "# half of an initdb");

        try (var server = attach()) {
            write(server, "works");
        }
    }

    @Test
    void refusesAFileThatNamesTheProcessOfAnotherProgram() throws Exception {
        Files.createDirectories(directory.cluster());
        var file = directory.cluster().resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + directory.cluster() + "\n0\n1\n");

        assertThatThrownBy(this::attach)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"" + file + "\"")
                .hasMessageContaining("remove that file");
        Files.delete(file);
    }

    private EmbeddedServer attach() throws IOException {
        return EmbeddedServer.attach(directory, binaries);
    }

    private EmbeddedServer attachUnchecked() {
        try {
            return attach();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(EmbeddedServer server, String text) {
        jdbc(server).sql("CREATE TABLE note AS SELECT ? AS text").param(text).update();
    }

    private static String read(EmbeddedServer server) {
        return jdbc(server).sql("SELECT text FROM note").query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), EmbeddedServer.ROLE, ""));
    }
}
