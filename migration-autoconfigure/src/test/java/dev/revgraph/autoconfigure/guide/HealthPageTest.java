package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Page;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Statuses and details of the health component are those that the reference lists. */
@PostgresTest
class HealthPageTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z_]+)`");
    private static final String NOT_AT_START = "migration.on-startup=none";

    private final Set<String> statuses = new TreeSet<>();
    private final Set<String> details = new TreeSet<>();

    @Test
    void listsStatusesAndDetails(TestDatabase database, @TempDir Path folder) {
        try (GuidedApplication application = new GuidedApplication(database, folder)) {
            application.revisions().table("a", "base").table("b", "a");
            application.start("migration.target=a");
            look(application, 200);
            application.start(NOT_AT_START);
            look(application, 503);
            application.start(NOT_AT_START, "migration.locations=filesystem:" + folder.resolve("missing"));
            look(application, 503);
            application.start();
            application.start("migration.locations="
                    + application.revisions().beside("older").table("a", "base").location());
            look(application, 200);
            application.start(NOT_AT_START, "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere");
            look(application, 503);
        }
        Page page = Page.read("docs/reference.md");
        assertThat(statuses).isEqualTo(names(page, "| Status | When |"));
        assertThat(details).isEqualTo(names(page, "| Detail | Holds |"));
    }

    private void look(GuidedApplication application, int status) {
        JsonNode health =
                application.getInTime("/health/migrations").has(status).json();
        statuses.add(health.path("status").asString());
        details.addAll(health.path("details").propertyNames());
    }

    /** The names in the first cells of the table of health that begins so. */
    private static Set<String> names(Page page, String head) {
        String health = page.text().substring(page.text().indexOf("## Health"));
        String table = health.substring(health.indexOf(head));
        Set<String> names = new TreeSet<>();
        table.lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell -> NAME.matcher(cell).results().forEach(found -> names.add(found.group(1))));
        return names;
    }
}
