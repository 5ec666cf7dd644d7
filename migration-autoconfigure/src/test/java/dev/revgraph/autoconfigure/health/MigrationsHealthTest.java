package dev.revgraph.autoconfigure.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Patience;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.SilentServer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The health component {@code migrations}. */
@PostgresTest
class MigrationsHealthTest {

    private static final String NOT_AT_START = "migration.on-startup=none";
    private static final String PENDING_ALLOWED = "migration.allow-pending-migrations=true";

    private final TestDatabase database;
    private final RevisionFolder revisions;

    MigrationsHealthTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @Test
    void isUpWhenTheDatabaseIsUpToDate() {
        application().run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .isEqualTo(Map.of("state", "UP_TO_DATE", "current", List.of("two"), "applied", 2, "pending", 0));
        });
    }

    @Test
    void isOutOfServiceWhenRevisionsArePending() {
        application().withPropertyValues(NOT_AT_START).run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.getDetails())
                    .containsEntry("state", "EMPTY")
                    .containsEntry("pending", 2)
                    .containsEntry("pendingAllowed", false)
                    .containsEntry("pendingRevisions", List.of("one", "two"));
        });
    }

    @Test
    void isUpWhenRevisionsArePendingAndMayBe() {
        application().withPropertyValues(NOT_AT_START, PENDING_ALLOWED).run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("pending", 2).containsEntry("pendingAllowed", true);
        });
    }

    @Test
    void isUpWhenANewerReleaseHasMigrated() {
        application().run(context -> assertThat(context).hasNotFailed());
        application()
                .withPropertyValues("migration.locations="
                        + revisions.beside("older").table("one", "base").location())
                .run(context -> {
                    Health health = health(context);
                    assertThat(health.getStatus()).isEqualTo(Status.UP);
                    assertThat(health.getDetails())
                            .containsEntry("state", "AHEAD")
                            .containsEntry("unknown", List.of("two"));
                });
    }

    @Test
    void isDownWhenSomethingMustBeSettledFirst() {
        revisions.table("other", "one");
        application().withPropertyValues(NOT_AT_START, PENDING_ALLOWED).run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("state", "INVALID")
                    .containsEntry("problems", List.of("multiple-heads"));
        });
    }

    @Test
    void isDownWhenTheDatabaseCannotBeReached() {
        application()
                .withPropertyValues(NOT_AT_START, "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere")
                .run(context -> {
                    Health health = health(context);
                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails()).containsEntry("code", "connection");
                    assertThat(health.getDetails().toString()).doesNotContain(database.password());
                });
    }

    @Test
    @Timeout(300)
    void isDownWithinSecondsWhenTheDatabaseNeverAnswers() throws Exception {
        try (SilentServer server = new SilentServer()) {
            application()
                    .withPropertyValues(NOT_AT_START, "migration.url=" + server.url())
                    .run(context -> {
                        // Without a bound, each would be for ever.
                        for (int i = 0; i < 5; i++) {
                            Health health = atOnce(context);
                            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                            assertThat(health.getDetails()).containsEntry("code", "connection");
                        }
                    });
        }
    }

    @Test
    void seesAtOnceWhatARunHasChanged() {
        application().run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            MigrationEngine engine = context.getBean(MigrationEngine.class);
            engine.run(Move.downgrade("one"));
            assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        });
    }

    @Test
    void doesNotWaitForARunInProgress() {
        application().run(context -> {
            try (var connection = database.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("LOCK TABLE migration_revision IN EXCLUSIVE MODE");
                assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            }
        });
    }

    @Test
    void canBeSwitchedOff() {
        application()
                .withPropertyValues("management.health.migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("migrationsHealthContributor"));
    }

    private ApplicationContextRunner application() {
        return Applications.on(database)
                .withConfiguration(AutoConfigurations.of(MigrationsHealthContributorAutoConfiguration.class))
                .withPropertyValues(revisions.property());
    }

    private static Health health(ApplicationContext context) {
        return Patience.health(context);
    }

    private static Health atOnce(ApplicationContext context) {
        Health health = context.getBean("migrationsHealthContributor", HealthIndicator.class)
                .health();
        return java.util.Objects.requireNonNull(health);
    }
}
