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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One instance waits in the middle of its run for another one that is killed. */
@PostgresTest
@Timeout(240)
class TakingOverTest {

    private static final String PAGE = "UPDATE big";

    @Test
    void goesOnWithTheRevisionThatTheOtherOneLeft(TestDatabase database, @TempDir Path folder) throws Exception {
        new RandomPlan(List.of(), List.of("j1")).write(Revisions.in(folder));
        Order order = Order.upgrade(database, folder).code(List.of("j1"));
        Watcher watcher = Watcher.of(database);
        try (InstanceProcess other = InstanceProcess.prepare()) {
            new Object() {
                private Connection writer = database.dataSource().getConnection();
                private int backend;

                void hear(MigrationEvent event) {
                    try {
                        if (event instanceof RevisionFinished finished
                                && finished.revision().equals("r1")) {
                            writer.close();
                            writer = Watcher.holding(database, "UPDATE big SET down2 = 7 WHERE id = 100");
                            other.give(order);
                            backend = watcher.awaitBlocked(PAGE);
                        } else if (event instanceof WaitingForOther waiting) {
                            assertThat(waiting.holder()).contains("it runs revision \"j1\"");
                            other.kill();
                            watcher.awaitGone(backend);
                            writer.close();
                        }
                    } catch (IOException | SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                }

                void run() {
                    order.instance().listening(this::hear).upgrade();
                }
            }.run();
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
