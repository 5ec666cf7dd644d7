package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.HistoryEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is built concurrently has to outwait every transaction, those of migrating instances included. */
@PostgresTest
@Timeout(180)
class S17ConcurrentIndexTest {

    @ParameterizedTest(name = "{0} process(es)")
    @ValueSource(ints = {1, 2})
    void isFinishedByProcessesThatStartTogether(int processes, TestDatabase database, @TempDir Path folder)
            throws Exception {
        Revisions revisions = Revisions.in(folder)
                .add(
                        "a",
                        "base",
                        "CREATE TABLE t (id int); INSERT INTO t SELECT generate_series(1, 100000);",
                        "DROP TABLE t;")
                .file(
                        "b",
                        "-- Index",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE INDEX CONCURRENTLY t_id ON t (id);",
                        "-- +downgrade",
                        "DROP INDEX CONCURRENTLY t_id;")
                .table("c", "b");

        List<InstanceProcess> started = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                started.add(InstanceProcess.prepare());
            }
            for (InstanceProcess process : started) {
                process.await("ready"::equals);
            }
            for (InstanceProcess process : started) {
                process.give(Order.upgrade(database, folder));
            }
            for (InstanceProcess process : started) {
                process.awaitSuccess();
            }
        } finally {
            started.forEach(InstanceProcess::close);
        }

        assertThat(Instance.on(database, revisions).history())
                .allMatch(entry -> entry.outcome().equals("done"))
                .extracting(HistoryEntry::revision)
                .containsExactly("a", "b", "c");
        assertThat(database.jdbc()
                        .sql("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
