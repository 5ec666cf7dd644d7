package dev.revgraph.autoconfigure.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.drift.DriftAutoConfiguration;
import dev.revgraph.autoconfigure.drift.DriftWatch;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Patience;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** {@code migration.drift.interval}. */
@PostgresTest
class S09DriftDetailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private ApplicationContextRunner application = Applications.bare();

    S09DriftDetailTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        RevisionFolder revisions = new RevisionFolder(folder);
        revisions.table("users", "base");
        this.application = Applications.on(database)
                .withConfiguration(AutoConfigurations.of(
                        DriftAutoConfiguration.class, MigrationsHealthContributorAutoConfiguration.class))
                .withPropertyValues(revisions.property());
    }

    @BeforeEach
    void start() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void isToldByHealthAndChangesNoStatus() {
        database.mayCreateDatabases(true);
        database.jdbc().sql("ALTER TABLE users ADD nickname text").update();

        application.withPropertyValues("migration.drift.interval=1h").run(context -> {
            Map<?, ?> drift = detail(context);
            assertThat(drift.get("differences")).isEqualTo(1);
            String object = "extra column public.users.nickname";
            assertThat(drift.get("objects")).isEqualTo(List.of(object));
            assertThat(Page.read("docs/drift.md").text()).contains("\"objects\": [\"" + object + "\"]");
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
        assertThat(database.ownedDatabases()).containsExactly(database.name());
    }

    @Test
    void saysWhyNobodyCouldLook() {
        database.mayCreateDatabases(false);

        application
                .withPropertyValues("migration.drift.interval=1h")
                .run(context ->
                        assertThat(String.valueOf(detail(context).get("error"))).contains("may not create a database"));
    }

    @Test
    void isNotLookedForUnlessAskedFor() {
        application.run(context -> assertThat(context).doesNotHaveBean(DriftWatch.class));
    }

    private static Health health(AssertableApplicationContext context) {
        return Patience.health(context);
    }

    private static Map<?, ?> detail(AssertableApplicationContext context) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (context.getBean(DriftWatch.class).seen().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return (Map<?, ?>) Objects.requireNonNull(health(context).getDetails().get("drift"));
    }
}
