package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresServer;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.report.State;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is connected to a standby. */
class StandbyTest {

    private static EmbeddedPostgres server(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("timezone", PostgresServer.TIME_ZONE)
                .setServerConfig("log_min_messages", "panic")
                .start();
    }

    /** Closing waits five seconds for the end of the server; on a busy machine that takes longer. */
    private static void awaitEnd(Path data) throws Exception {
        CutOffRun.until(() -> Files.notExists(data.resolve("postmaster.pid")));
    }

    @Test
    void cannotBeMigratedButSaysHowItStands(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("server");
        Revisions revisions = Revisions.in(folder).table("a", "base");
        try (EmbeddedPostgres primary = server(data)) {
            Instance.on(primary.getPostgresDatabase(), revisions).upgrade();
        }
        awaitEnd(data);
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = server(data)) {
            Instance instance = Instance.on(standby.getPostgresDatabase(), revisions);
            assertThat(instance.status().state()).isEqualTo(State.UP_TO_DATE);
            assertThatCode(instance::upgrade).doesNotThrowAnyException();
            revisions.table("b", "a");

            assertThat(instance.status().state()).isEqualTo(State.PENDING);
            assertThatThrownBy(instance::upgrade)
                    .isInstanceOfSatisfying(
                            PermissionDeniedException.class,
                            refused -> assertThat(refused.action()).contains("Connect to the primary"))
                    .hasMessageContaining("it is a standby");
        }
        awaitEnd(data);
    }
}
