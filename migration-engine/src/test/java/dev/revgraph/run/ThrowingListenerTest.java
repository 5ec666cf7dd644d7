package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener that fails is not the run's business. */
@PostgresTest
class ThrowingListenerTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void changesNothingForTheRunNorForTheOthers(TestDatabase database, @TempDir Path temporary) {
        Revisions revisions = Revisions.in(temporary).table("a", "base").table("b", "a");
        Instance instance = Instance.on(database, revisions)
                .listening(event -> {
                    throw new IllegalStateException("the mail server is down");
                })
                .listening(event -> {
                    if (!(event instanceof MigrationEvent.StatementProgress)) {
                        told.add(event.getClass().getSimpleName());
                    }
                });

        instance.upgrade();

        assertThat(instance.status().current()).containsExactly("b");
        assertThat(told)
                .containsExactly(
                        "RunStarted",
                        "RevisionStarted",
                        "RevisionFinished",
                        "RevisionStarted",
                        "RevisionFinished",
                        "RunFinished");

        revisions.add("c", "b", "SELECT 1 / 0;", "");
        assertThatThrownBy(instance::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("division by zero");
    }
}
