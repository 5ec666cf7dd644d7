package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revision files in the guides run: up, down, and up again. */
@PostgresTest
class RevisionFilesTest {

    private static final String IRREVERSIBLE = "-- +downgrade irreversible";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/getting-started.md",
                "docs/writing-revisions.md",
                "docs/branches-and-merges.md"
            })
    void goUpAndDownAndUpAgain(String page, TestDatabase database, @TempDir Path folder) {
        GuideRevisions revisions = new GuideRevisions(Page.read(page), folder);
        List<String> reversible = revisions.write(text -> !text.contains(IRREVERSIBLE));
        MigrationEngine engine = revisions.engine(database);

        RunReport up = engine.run(Move.upgrade("heads"));
        assertThat(up.steps()).extracting(step -> step.revision()).containsAll(reversible);
        assertThat(engine.run(Move.downgrade("base")).current()).isEmpty();
        engine.run(Move.upgrade("heads"));
        assertThat(engine.status().pending()).isEmpty();

        refusesToUndo(revisions.write(text -> text.contains(IRREVERSIBLE)), revisions.engine(database));
    }

    private static void refusesToUndo(List<String> irreversible, MigrationEngine engine) {
        engine.run(Move.upgrade("heads"));
        if (!irreversible.isEmpty()) {
            assertThatThrownBy(() -> engine.run(Move.downgrade("base")))
                    .asInstanceOf(InstanceOfAssertFactories.type(MigrationException.class))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.IRREVERSIBLE);
                        assertThat(refusal.revisions()).isEqualTo(irreversible);
                    });
        }
        assertThat(engine.status().state()).isIn(State.UP_TO_DATE, State.INVALID);
    }
}
