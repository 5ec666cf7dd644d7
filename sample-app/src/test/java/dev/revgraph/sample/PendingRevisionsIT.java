package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.sample.PackedSample.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** S12: the executable jar is started on a database that lacks revisions. */
@PostgresTest
class PendingRevisionsIT {

    private static final Duration START = Duration.ofMinutes(3);

    private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)/actuator/migrations");

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void s12RefusesTheStartUnlessPendingRevisionsAreAllowed(TestDatabase database) throws Exception {
        PackedSample sample = new PackedSample(folder).with(database).variable("MIGRATION_ON_STARTUP", "check");
        Ran refused = sample.java(List.of("-jar", PackedSample.jar().toString()), "--server.port=0");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out())
                .contains("APPLICATION FAILED TO START", "20250514_create_base_schema", "migration.on-startup=upgrade")
                .contains("allow-pending-migrations");

        Path log = folder.resolve("log");
        Process service = sample.variable("ALLOW_PENDING_MIGRATIONS", "true").start(log, "--server.port=0");
        try {
            Client client = Client.at(port(service, log));
            assertThat(client.get("/actuator/migrations/default").at("$.state")).isEqualTo("EMPTY");
            var health = client.get("/actuator/health");
            assertThat(health.at("$.components.migrations.status")).isEqualTo("UP");
            assertThat(health.at("$.components.migrations.details")).contains("pending");
        } finally {
            service.destroy();
            assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static int port(Process service, Path log) throws IOException, InterruptedException {
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
}
