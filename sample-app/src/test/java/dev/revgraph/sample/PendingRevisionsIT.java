package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.sample.PackedSample.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** S12: the executable jar is started on a database that lacks revisions. */
@PostgresTest
class PendingRevisionsIT {

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
            Client client = Client.at(PackedSample.port(service, log));
            assertThat(client.get("/actuator/migrations/default").at("$.state")).isEqualTo("EMPTY");
            var health = client.getInTime("/actuator/health");
            assertThat(health.at("$.components.migrations.status")).isEqualTo("UP");
            assertThat(health.at("$.components.migrations.details")).contains("pending");
        } finally {
            service.destroy();
            assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
