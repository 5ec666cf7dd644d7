package dev.revgraph.autoconfigure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Patience;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.autoconfigure.fixture.SilentServer;
import dev.revgraph.autoconfigure.fixture.WebApplication;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The meters. */
@PostgresTest
class MigrationMetricsTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;

    MigrationMetricsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @Test
    void timesTheRunAtStartUpThoughNoRegistryExistedThen() {
        application().run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            var run = registry.get("migrations.run")
                    .tags("database", "default", "operation", "upgrade", "outcome", "done")
                    .timer();
            assertThat(run.count()).isEqualTo(1);
            assertThat(run.totalTime(TimeUnit.NANOSECONDS)).isPositive();
            assertThat(registry.get("migrations.revision")
                            .tags("database", "default", "direction", "upgrade", "outcome", "done")
                            .timer()
                            .count())
                    .isEqualTo(2);
        });
    }

    @Test
    void gaugesHowTheDatabaseStands() {
        application().run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(gauge(registry, "migrations.applied")).isEqualTo(2);
            assertThat(gauge(registry, "migrations.pending")).isZero();
            assertThat(gauge(registry, "migrations.heads")).isEqualTo(1);

            context.getBean(MigrationEngine.class).run(Move.downgrade("base"));
            assertThat(gauge(registry, "migrations.applied")).isZero();
            assertThat(gauge(registry, "migrations.pending")).isEqualTo(2);
            assertThat(gauge(registry, "migrations.heads")).isZero();
        });
    }

    @Test
    void countsFailuresByCode() {
        revisions.revision("three", "two", "SELECT 1/0;", "");
        application().withPropertyValues("migration.target=two").run(context -> {
            MigrationEngine engine = context.getBean(MigrationEngine.class);
            assertThatThrownBy(() -> engine.run(Move.upgrade("three"))).isInstanceOf(MigrationException.class);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("migrations.failures")
                            .tags("database", "default", "code", "statement-failed")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("migrations.run")
                            .tags("outcome", "failed")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("migrations.revision")
                            .tags("outcome", "failed")
                            .timer()
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void countsRefusalsByCode() {
        application().run(context -> {
            MigrationEngine engine = context.getBean(MigrationEngine.class);
            assertThatThrownBy(() -> engine.run(Move.upgrade("nowhere"))).isInstanceOf(MigrationException.class);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("migrations.failures")
                            .tags("database", "default", "code", "no-such-revision")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.find("migrations.run").tags("outcome", "failed").timers())
                    .isEmpty();
        });
    }

    @Test
    void countsLockRetries() throws Exception {
        revisions.revision("three", "two", "ALTER TABLE one ADD COLUMN more int;", "");
        application()
                .withPropertyValues("migration.target=two", "migration.lock-timeout=50ms", "migration.lock-retries=1")
                .run(context -> {
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    assertThat(registry.get("migrations.lock.retries").counter().count())
                            .isZero();
                    try (var connection = database.dataSource().getConnection();
                            var statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.execute("LOCK TABLE one");
                        MigrationEngine engine = context.getBean(MigrationEngine.class);
                        assertThatThrownBy(() -> engine.run(Move.upgrade("three")))
                                .isInstanceOf(MigrationException.class);
                    }
                    assertThat(registry.get("migrations.lock.retries")
                                    .tags("database", "default")
                                    .counter()
                                    .count())
                            .isEqualTo(1);
                });
    }

    @Test
    @Timeout(60)
    void gaugesOfASilentDatabaseAreNoNumbersAndDoNotHang() throws Exception {
        try (SilentServer server = new SilentServer()) {
            application()
                    .withPropertyValues("migration.on-startup=none", "spring.datasource.url=" + server.url())
                    .run(context -> assertThat(atOnce(context.getBean(MeterRegistry.class), "migrations.pending"))
                            .isNaN());
        }
    }

    @Test
    void reachPrometheusOnceEachAlsoWhereRunsAreObserved() {
        try (WebApplication application = WebApplication.start(
                WebApplicationType.SERVLET,
                database,
                revisions.property(),
                "management.endpoint.migrations.access=unrestricted")) {
            application
                    .post("/migrations/default", Map.of("operation", "downgrade", "target", "one"))
                    .has(200);
            // Whatever is not known in time is not a number.
            String scraped = await().atMost(1, TimeUnit.MINUTES)
                    .until(
                            () -> application.get("/prometheus").has(200).text(),
                            text -> text.lines()
                                    .noneMatch(line -> line.startsWith("migrations_") && line.endsWith("} NaN")));
            assertThat(scraped)
                    .contains("migrations_pending_revisions{database=\"default\"} 1.0")
                    .contains("migrations_applied_revisions{database=\"default\"} 1.0")
                    .contains("migrations_heads{database=\"default\"} 1.0")
                    .contains(
                            "migrations_run_seconds_count{database=\"default\",operation=\"upgrade\",outcome=\"done\"} 1")
                    .contains(
                            "migrations_run_seconds_count{database=\"default\",operation=\"downgrade\",outcome=\"done\"} 1")
                    .contains(
                            "migrations_revision_seconds_count{database=\"default\",direction=\"upgrade\",outcome=\"done\"} 2")
                    .contains(
                            "# HELP migrations_pending_revisions Revisions that wait to be applied\n",
                            "# HELP migrations_run_seconds Runs that had something to do\n",
                            "# HELP migrations_lock_retries_total Waits for a lock")
                    .contains("migrations_lock_retries_total{database=\"default\"} 0.0")
                    .doesNotContain("migrations_run_active");
        }
    }

    private ApplicationContextRunner application() {
        return Applications.on(database)
                .withConfiguration(AutoConfigurations.of(
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class,
                        SimpleMetricsExportAutoConfiguration.class,
                        MigrationMetricsAutoConfiguration.class))
                .withPropertyValues(revisions.property());
    }

    private static double gauge(MeterRegistry registry, String name) {
        return Patience.number(() -> atOnce(registry, name));
    }

    private static double atOnce(MeterRegistry registry, String name) {
        return registry.get(name).tags("database", "default").gauge().value();
    }
}
