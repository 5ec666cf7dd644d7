package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.run.MigrationEvent;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.WaitingForOther;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One instance waits in the middle of its run for another one that is killed. */
@PostgresTest
@Timeout(240)
class TakingOverTest {

    private static final String PAGE = "UPDATE big";

    /** Lets the other one begin the second revision, and kills it as soon as the first one says that it waits. */
    private static final class Meddler {

        private final TestDatabase database;
        private final Order order;
        private final InstanceProcess other;
        private final Watcher watcher;
        private @Nullable Connection writer;
        private int backend;

        Meddler(TestDatabase database, Order order, InstanceProcess other) {
            this.database = database;
            this.order = order;
            this.other = other;
            this.watcher = Watcher.of(database);
        }

        void hear(MigrationEvent event) {
            try {
                if (event instanceof RevisionFinished finished
                        && finished.revision().equals("r1")) {
                    writer = Watcher.holding(database, "UPDATE big SET down2 = 7 WHERE id = 100");
                    other.give(order);
                    backend = watcher.awaitBlocked(PAGE);
                } else if (event instanceof WaitingForOther waiting && writer != null) {
                    assertThat(waiting.holder()).contains("it runs revision \"j1\"");
                    other.kill();
                    watcher.awaitGone(backend);
                    writer.close();
                }
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @Test
    void goesOnWithTheRevisionThatTheOtherOneLeft(TestDatabase database, @TempDir Path folder) throws Exception {
        new RandomPlan(List.of(), List.of("j1")).write(Revisions.in(folder));
        Order order = Order.upgrade(database, folder).code(List.of("j1"));
        try (InstanceProcess other = InstanceProcess.prepare()) {
            Meddler meddler = new Meddler(database, order, other);

            order.instance().listening(meddler::hear).upgrade();
        }

        Instance instance = order.instance();
        assertThat(instance.status().current()).containsExactly("j1");
        assertThat(instance.history()).extracting(HistoryEntry::revision).containsExactly("r1", "j1");
        assertThat(database.jdbc()
                        .sql("SELECT DISTINCT up1 FROM big")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }
}
