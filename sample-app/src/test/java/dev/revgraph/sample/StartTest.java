package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.PendingRevisionsException;
import org.junit.jupiter.api.Test;

@PostgresTest
class StartTest {

    private static final String HEAD = "20250616_index_usage_logs_by_month";

    private final TestDatabase database;

    StartTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void bringsAnEmptyDatabaseToHeadAndSaysSo() throws Exception {
        try (var sample = RunningSample.start(database)) {
            var migrations = sample.client().get("/actuator/migrations");
            assertThat(migrations.at("$.databases.default.state")).isEqualTo("UP_TO_DATE");
            assertThat(migrations.at("$.databases.default.current[0]")).isEqualTo(HEAD);
            assertThat(migrations.at("$.databases.default.applied")).isEqualTo("14");
            assertThat(migrations.at("$.databases.default.pending")).isEqualTo("[]");

            var health = sample.client().getInTime("/actuator/health");
            assertThat(health.at("$.status")).isEqualTo("UP");
            assertThat(health.at("$.components.migrations.status")).isEqualTo("UP");
            assertThat(sample.client().getInTime("/actuator/health/readiness").at("$.status"))
                    .isEqualTo("UP");
            assertThat(sample.client().get("/actuator/prometheus").text())
                    .contains("migrations_applied_revisions{database=\"default\"} 14.0");
        }
    }

    @Test
    void isRefusedWhereRevisionsArePendingAndMayNotBeApplied() {
        assertThatThrownBy(() -> RunningSample.start(database, "migration.on-startup=check"))
                .hasRootCauseInstanceOf(PendingRevisionsException.class);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goesOnWithRevisionsPendingWhereThatIsAllowed() throws Exception {
        try (var sample =
                RunningSample.start(database, "migration.on-startup=check", "ALLOW_PENDING_MIGRATIONS=true")) {
            var migrations = sample.client().get("/actuator/migrations/default");
            assertThat(migrations.at("$.state")).isEqualTo("EMPTY");
            assertThat(migrations.at("$.pending.length()")).isNotEqualTo("0");
            assertThat(sample.client().getInTime("/actuator/health").at("$.components.migrations.status"))
                    .isEqualTo("UP");
        }
    }
}
