package dev.revgraph.autoconfigure.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs as observations. */
@PostgresTest
class MigrationObservationTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;

    MigrationObservationTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder).table("one", "base").table("two", "one");
    }

    @Test
    void observesARunAndWithinItEveryRevision() {
        application().run(context -> {
            context.getBean(MigrationEngine.class).run(Move.downgrade("base"));
            assertThat(context.getBean(Recorder.class).stopped)
                    .containsExactly(
                            "migrations.revision in migrations.run [database=default, direction=downgrade,"
                                    + " revision=two] migrations downgrade two",
                            "migrations.revision in migrations.run [database=default, direction=downgrade,"
                                    + " revision=one] migrations downgrade one",
                            "migrations.run [database=default, operation=downgrade] migrations downgrade");
        });
    }

    @Test
    void observesFailures() {
        revisions.revision("three", "two", "SELECT 1/0;", "");
        application().withPropertyValues("migration.target=two").run(context -> {
            MigrationEngine engine = context.getBean(MigrationEngine.class);
            assertThatThrownBy(() -> engine.run(Move.upgrade("three"))).isInstanceOf(MigrationException.class);
            assertThat(context.getBean(Recorder.class).stopped)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).endsWith(" failed: statement-failed"));
        });
    }

    private ApplicationContextRunner application() {
        return Applications.on(database)
                .withConfiguration(AutoConfigurations.of(
                        ObservationAutoConfiguration.class, MigrationObservationAutoConfiguration.class))
                .withUserConfiguration(WithRecorder.class)
                .withPropertyValues(revisions.property());
    }

    @Configuration(proxyBeanMethods = false)
    static class WithRecorder {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }

    /** Writes down every observation that ended. */
    static final class Recorder implements ObservationHandler<MigrationObservationContext> {

        final List<String> stopped = new ArrayList<>();

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof MigrationObservationContext;
        }

        @Override
        public void onStop(MigrationObservationContext context) {
            var parent = context.getParentObservation();
            String within =
                    parent == null ? "" : " in " + parent.getContextView().getName();
            String keys = context.getAllKeyValues().stream()
                    .map((KeyValue key) -> key.getKey() + "=" + key.getValue())
                    .collect(Collectors.joining(", ", " [", "] "));
            String failure = context.getError() instanceof MigrationException error ? " failed: " + error.code() : "";
            stopped.add(context.getName() + within + keys + context.getContextualName() + failure);
        }
    }
}
