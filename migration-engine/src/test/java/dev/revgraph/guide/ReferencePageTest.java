package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.State;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.store.Operation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference lists what the engine has: no more, no less. */
@PostgresTest
class ReferencePageTest {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final Page page = Page.read("docs/reference.md");

    @Test
    void listsTheErrorCodes() {
        assertThat(names("Error codes"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::text).toList());
    }

    @Test
    void saysOfEveryErrorCodeWhatItMeans() {
        assertThat(page.table("Error codes")).allSatisfy(row -> {
            assertThat(row.get(1)).isNotBlank();
            assertThat(row.get(2)).isNotBlank();
        });
    }

    @Test
    void listsTheStatesOfADatabase() {
        assertThat(names("GET /migrations/DATABASE"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(State.values()).map(State::name).toList());
    }

    @Test
    void listsTheOperationsInTheHistory() {
        assertThat(names("GET /migrations/DATABASE/history"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Operation.values()).map(Operation::text).toList());
    }

    @Test
    void listsTheEvents() {
        assertThat(names("Events"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MigrationEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration_revision", "migration_history"})
    void listsTheColumns(String table, TestDatabase database, @TempDir Path folder) {
        GuideRevisions revisions = new GuideRevisions(Page.read("docs/getting-started.md"), folder);
        revisions.write(text -> true);
        MigrationEngine engine = revisions.engine(database);
        engine.run(Move.upgrade("head"));

        assertThat(names(table))
                .containsExactlyInAnyOrderElementsOf(database.jdbc()
                        .sql("SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY 1")
                        .param(table)
                        .query(String.class)
                        .list());
    }

    /** What stands between backquotes in the first cells of a table. */
    private List<String> names(String heading) {
        return page.table(heading).stream()
                .flatMap(row -> NAME.matcher(row.get(0)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
