package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Page;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meters and observations of real runs are those that the reference lists. */
@PostgresTest
class MetersPageTest {

    private final Page page = Page.read("docs/reference.md");
    private final GuidedApplication application;

    MetersPageTest(TestDatabase database, @TempDir Path folder) {
        application = new GuidedApplication(database, folder);
    }

    @BeforeEach
    void start() {
        application.revisions().table("a", "base").table("b", "a").revision("bad", "b", "SELECT 1/0;", "");
        application.start("migration.target=b", "management.endpoint.migrations.access=unrestricted");
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void listsTheMeters() {
        move("downgrade", "a", 200);
        move("upgrade", "bad", 409);

        Set<List<String>> meters = application.bean(MeterRegistry.class).getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("migrations."))
                .map(MetersPageTest::row)
                .collect(Collectors.toSet());
        assertThat(page.table("Metrics").stream()
                        .map(row ->
                                row.stream().map(cell -> cell.replace("`", "")).toList()))
                .containsExactlyInAnyOrderElementsOf(meters);
    }

    @Test
    void listsTheObservations() {
        Map<String, String> observed = new TreeMap<>();
        application.bean(ObservationRegistry.class).observationConfig().observationHandler(new ObservationHandler<>() {

            @Override
            public void onStop(Observation.Context context) {
                observed.put(
                        String.valueOf(context.getName()),
                        context.getAllKeyValues().stream()
                                .map(KeyValue::getKey)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return String.valueOf(context.getName()).startsWith("migrations.");
            }
        });
        move("downgrade", "a", 200);

        assertThat(page.table("Observations").stream()
                        .collect(Collectors.toMap(
                                row -> row.get(0).replace("`", ""),
                                row -> row.get(1).replace("`", ""))))
                .isEqualTo(observed);
    }

    private void move(String operation, String target, int status) {
        application
                .post(new Request("/migrations/default", Map.of("operation", operation, "target", target)))
                .has(status);
    }

    private static List<String> row(Meter meter) {
        return List.of(
                meter.getId().getName(),
                meter.getId().getType().name().toLowerCase(Locale.ROOT),
                String.valueOf(meter.getId().getBaseUnit()),
                String.join(
                        ", ",
                        new TreeSet<>(meter.getId().getTags().stream()
                                .map(Tag::getKey)
                                .toList())),
                String.valueOf(meter.getId().getDescription()));
    }
}
