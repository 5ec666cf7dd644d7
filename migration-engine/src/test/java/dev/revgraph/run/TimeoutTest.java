package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long statements may wait and run: as configured, or as the revision says. */
@PostgresTest
class TimeoutTest {

    private static final String SHOW = "INSERT INTO shown SELECT concat_ws(' ', current_setting('lock_timeout'),"
            + " current_setting('statement_timeout'));";

    private final TestDatabase database;
    private Revisions revisions;

    TimeoutTest(TestDatabase database) {
        this.database = database;
        database.jdbc().sql("CREATE TABLE shown (line text, n serial)").update();
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
        instance().stamp("base");
    }

    private Instance instance() {
        return Instance.on(database, revisions)
                .with(s -> s.lockTimeout(Duration.ofSeconds(9)).statementTimeout(Duration.ofMinutes(3)));
    }

    private List<String> shown() {
        return database.jdbc()
                .sql("SELECT line FROM shown ORDER BY n")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void areThoseOfTheRevisionOrElseTheConfiguredOnes(String transaction) {
        String mode = "-- transaction: " + transaction;
        revisions
                .file("a", "-- A", "-- revises: base", mode, "-- +upgrade", SHOW, "-- +downgrade", SHOW)
                .file(
                        "b",
                        "-- B",
                        "-- revises: a",
                        mode,
                        "-- lock-timeout: 250ms",
                        "-- statement-timeout: 20s",
                        "-- +upgrade",
                        SHOW,
                        "-- +downgrade",
                        SHOW)
                .file(
                        "c",
                        "-- C",
                        "-- revises: b",
                        mode,
                        "-- lock-timeout: 0",
                        "-- statement-timeout: 0",
                        "-- +upgrade",
                        SHOW,
                        "-- +downgrade",
                        SHOW);

        instance().upgrade();
        instance().downgrade("base");

        assertThat(shown()).containsExactly("9s 3min", "250ms 20s", "0 0", "0 0", "250ms 20s", "9s 3min");
    }

    @Test
    void doNotHoldUpAnIndexThatIsBuiltConcurrently() {
        database.jdbc().sql("""
                CREATE PROCEDURE show(word text) LANGUAGE sql AS $$
                INSERT INTO shown SELECT concat_ws(' ', current_setting('lock_timeout'), word) $$
                """).update();
        revisions.file(
                "a",
                "-- A",
                "-- revises: base",
                "-- transaction: off",
                "-- +upgrade",
                SHOW,
                "CALL show('CONCURRENTLY');",
                SHOW,
                "-- +downgrade");

        instance().upgrade();

        assertThat(shown()).containsExactly("9s 3min", "0 CONCURRENTLY", "9s 3min");
    }

    @Test
    void leaveTheServersOwnStatementTimeoutAloneUnlessConfigured() {
        database.jdbc()
                .sql("ALTER ROLE " + database.username() + " SET statement_timeout = '77s'")
                .update();
        revisions.add("a", "base", SHOW, "");

        Instance.on(database, revisions).upgrade();

        assertThat(shown()).containsExactly("5s 77s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void endAStatementThatRunsTooLong(String transaction) {
        List<String> told = new ArrayList<>();
        revisions.file(
                "a",
                "-- A",
                "-- revises: base",
                "-- transaction: " + transaction,
                "-- statement-timeout: 50ms",
                "-- +upgrade",
                "SELECT pg_sleep(30);",
                "-- +downgrade");

        assertThatThrownBy(instance().listening(event -> {
                    if (!(event instanceof MigrationEvent.StatementProgress)) {
                        told.add(event.getClass().getSimpleName());
                    }
                })::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        failure -> assertThat(failure.statement().sqlState()).isEqualTo("57014"));

        assertThat(told).containsExactly("RunStarted", "RevisionStarted", "RevisionFailed", "RunFinished");
    }

    @Revision(id = "j", revises = "base", transaction = false, lockTimeout = "3s")
    static final class Shows implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql(SHOW).update();
            context.jdbc().sql("CREATE TABLE t AS SELECT 1 AS id").update();
            context.jdbc().sql("ALTER TABLE t ALTER id SET NOT NULL").update();
            context.batches("one")
                    .over("t", "id")
                    .run(page -> page.jdbc().sql(SHOW).update());
        }
    }

    @Test
    void holdForJavaAndItsBatches() {
        instance().code(new Shows()).upgrade();

        assertThat(shown()).containsExactly("3s 3min", "3s 3min");
    }
}
