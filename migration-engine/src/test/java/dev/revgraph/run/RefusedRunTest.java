package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.MigrationEvent.RunFinished;
import dev.revgraph.run.MigrationEvent.RunRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Who listens hears of every run that was asked for and not done, once. */
@PostgresTest
class RefusedRunTest {

    private final TestDatabase database;
    private final List<MigrationEvent> heard = new ArrayList<>();
    private Revisions revisions;

    RefusedRunTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base");
    }

    private void refused(Instance instance, ErrorCode code) {
        assertThatThrownBy(() -> instance.listening(heard::add).upgrade()).isInstanceOf(MigrationException.class);
        assertThat(heard).singleElement().isInstanceOfSatisfying(RunRefused.class, refused -> {
            assertThat(refused.database()).isEqualTo("default");
            assertThat(refused.operation()).isEqualTo("upgrade");
            assertThat(refused.failure().code()).isEqualTo(code);
        });
    }

    @Test
    void becauseThereAreSeveralHeads() {
        revisions.table("b", "a").table("c", "a");
        refused(Instance.on(database, revisions), ErrorCode.MULTIPLE_HEADS);
    }

    @Test
    void becauseAFileIsWrong() {
        revisions.table("b", "nowhere");
        refused(Instance.on(database, revisions), ErrorCode.UNKNOWN_PARENT);
    }

    @Test
    void becauseTheDatabaseIsNotThere() {
        PGSimpleDataSource nowhere = database.newDataSource();
        nowhere.setDatabaseName("nowhere");
        refused(Instance.on(nowhere, revisions).with(s -> s.connectRetries(0)), ErrorCode.CONNECTION);
    }

    @Test
    void aRunThatFailsIsNotRefusedAsWell() {
        revisions.add("b", "a", "SELECT 1 / 0;", "");
        assertThatThrownBy(() ->
                        Instance.on(database, revisions).listening(heard::add).upgrade())
                .isInstanceOf(StatementFailedException.class);
        assertThat(heard).noneMatch(RunRefused.class::isInstance).last().isInstanceOf(RunFinished.class);
    }

    @Test
    void nothingToDoIsNoRefusal() {
        Instance.on(database, revisions).upgrade();
        Instance.on(database, revisions).listening(heard::add).upgrade();
        assertThat(heard).isEmpty();
    }
}
