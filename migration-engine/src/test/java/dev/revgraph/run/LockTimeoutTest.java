package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.run.MigrationEvent.LockRetried;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else holds a lock on what a revision changes. */
@PostgresTest
class LockTimeoutTest {

    private final List<MigrationEvent> events = new ArrayList<>();
    private Revisions revisions;

    @BeforeEach
    void aTableAndARevisionThatAltersIt(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .table("a", "base")
                .add("b", "a", "ALTER TABLE t_a ADD name text;", "ALTER TABLE t_a DROP name;");
    }

    private MigrationEngine engine(
            TestDatabase database, Duration lockTimeout, int retries, MigrationListener listener) {
        return MigrationEngine.builder(database.dataSource())
                .settings(MigrationSettings.defaults()
                        .with(s -> s.locations(revisions.locations())
                                .repeatableLocations(revisions.repeatableLocations())
                                .lockTimeout(lockTimeout)
                                .lockRetries(retries)))
                .listeners(List.of(events::add, listener))
                .build();
    }

    @Test
    void givesUpAfterItsRetriesAndNamesWhoIsInTheWay(TestDatabase database) throws Exception {
        // Long enough for a second connection to see who is in the way.
        MigrationEngine engine = engine(database, Duration.ofSeconds(2), 1, event -> {});
        engine.run(Move.upgrade("a"));
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM t_a");

            assertThatThrownBy(() -> engine.run(Move.upgrade("head")))
                    .isInstanceOfSatisfying(LockTimeoutException.class, failure -> {
                        assertThat(failure.blockers()).hasSize(1);
                        assertThat(failure).hasMessageContainingAll("\"b\"", "2 times");
                        assertThat(failure.getMessage()).doesNotContain("SELECT");
                        assertThat(failure.details()).contains("pid ", "SELECT * FROM t_a");
                    });
            reader.rollback();
        }
        assertThat(events).filteredOn(LockRetried.class::isInstance).hasSize(1);
        assertThat(engine.status().current()).containsExactly("a");
    }

    @Test
    void goesOnOnceTheLockIsFree(TestDatabase database) throws Exception {
        try (Connection reader = database.dataSource().getConnection()) {
            MigrationEngine engine = engine(database, Duration.ofMillis(300), 20, event -> {
                if (event instanceof LockRetried) {
                    Locks.release(reader);
                }
            });
            engine.run(Move.upgrade("a"));
            Locks.hold(reader, "SELECT * FROM t_a");

            assertThat(engine.run(Move.upgrade("head")).current()).containsExactly("b");
        }
        assertThat(events).anyMatch(LockRetried.class::isInstance);
    }
}
