package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.RevisionReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process dies in the middle of a statement that commits by itself. */
@PostgresTest
@Timeout(240)
class S08KilledStatementTest {

    private static final String UNCLEAR = "UPDATE t SET n = n + 1";

    @TempDir
    private Path folder;

    private Revisions revisions(String statement) {
        return Revisions.in(folder)
                .add("a", "base", "CREATE TABLE t (n int); INSERT INTO t VALUES (1);", "DROP TABLE t;")
                .file(
                        "b",
                        "-- Without a transaction",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE TABLE before (n int);",
                        statement + ";",
                        "CREATE TABLE after (n int);",
                        "-- +downgrade",
                        "DROP TABLE before; DROP TABLE after;");
    }

    /** Whether it took effect cannot be seen in the catalog, so it is neither repeated nor passed over. */
    @Test
    void recordsWhereItWasAndStopsWithTheWayOn(TestDatabase database) throws Exception {
        Instance instance = Instance.on(database, revisions(UNCLEAR));
        instance.upgrade("a");
        Watcher watcher = Watcher.of(database);
        try (Connection writer = Watcher.holding(database, "UPDATE t SET n = 5");
                InstanceProcess first =
                        InstanceProcess.start(Order.upgrade(database, folder).locks(Duration.ofMinutes(5), 0))) {
            int backend = watcher.awaitBlocked(UNCLEAR);
            first.kill();

            watcher.awaitGone(backend);
            writer.rollback();
        }

        RevisionReport report = instance.engine().revision("b").orElseThrow();
        assertThat(report.state()).isEqualTo("running");
        assertThat(Objects.requireNonNull(report.record()).statementsFinished()).isEqualTo(1);
        assertThatThrownBy(instance::upgrade).isInstanceOfSatisfying(MigrationException.class, stopped -> {
            assertThat(stopped.code()).isEqualTo(ErrorCode.INTERRUPTED);
            assertThat(stopped.getMessage() + stopped.action())
                    .contains("\"b\"")
                    .contains("statement 2")
                    .contains("Either")
                    .contains("or");
        });
        assertThat(database.jdbc().sql("SELECT n FROM t").query(Integer.class).list())
                .isEqualTo(List.of(1));
    }
}
