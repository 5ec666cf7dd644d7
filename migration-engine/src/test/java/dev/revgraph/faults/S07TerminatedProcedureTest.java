package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Repair;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process is told to end in the middle of a statement that commits by itself, or right behind it. */
@PostgresTest
@Timeout(240)
class S07TerminatedProcedureTest {

    @TempDir
    private Path folder;

    private static Revisions calling(Path folder, String statement) {
        return Revisions.in(folder)
                .file(
                        "a",
                        "-- Revision a",
                        "-- revises: base",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE TABLE t_a (n int);",
                        statement + ";",
                        "CREATE TABLE t_a2 (id int);",
                        "-- +downgrade",
                        "DROP TABLE t_a, t_a2;");
    }

    private static void procedure(TestDatabase database, String body) {
        database.jdbc()
                .sql("CREATE PROCEDURE work() LANGUAGE plpgsql AS $$ BEGIN " + body + " END $$")
                .update();
    }

    private List<String> terminateDuring(TestDatabase database, String query) throws Exception {
        try (InstanceProcess process = InstanceProcess.start(Order.upgrade(database, folder))) {
            S07TerminatedProcessTest.awaitSleeping(database, query);
            process.terminate();
            return process.awaitEnd();
        }
    }

    private static List<Integer> rows(TestDatabase database) {
        return database.jdbc().sql("SELECT n FROM t_a").query(Integer.class).list();
    }

    @Test
    void leavesToAPersonWhatAProcedureHadCommitted(TestDatabase database) throws Exception {
        procedure(database, "INSERT INTO t_a VALUES (1); COMMIT; PERFORM pg_sleep(600);");
        Instance instance = Instance.on(database, calling(folder, "CALL work()"));
        instance.stamp("base");

        assertThat(terminateDuring(database, "CALL work()"))
                .anyMatch(line -> line.startsWith("stopped interrupted ")
                        && line.contains("Statement 2 can commit by itself")
                        && line.contains("0 of 1 step of the run are done"));

        assertThatThrownBy(instance::upgrade)
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        stopped -> assertThat(stopped.action()).contains("`repair --done a`", "`repair --again a`"))
                .hasMessageContaining("was cut off in statement 2");
        instance.engine().repair(Repair.done("a"));
        instance.upgrade();
        assertThat(rows(database)).containsExactly(1);
    }

    @Test
    void runsAProcedureAgainThatHadCommittedNothing(TestDatabase database) throws Exception {
        database.jdbc().sql("CREATE SEQUENCE attempts").update();
        procedure(
                database,
                "INSERT INTO t_a VALUES (1); PERFORM pg_sleep(CASE WHEN nextval('attempts') = 1 THEN 600 ELSE 0 END);"
                        + " COMMIT;");
        Instance instance = Instance.on(database, calling(folder, "CALL work()"));
        instance.stamp("base");
        terminateDuring(database, "CALL work()");

        instance.upgrade();

        assertThat(rows(database)).containsExactly(1);
    }

    /** The statement was through; it is its count that the cancellation meets. */
    @ParameterizedTest
    @CsvSource({"CALL work(), 1", "CREATE INDEX CONCURRENTLY i ON t_a (n),"})
    void countsWhatHadTakenEffect(String statement, @Nullable Integer row, TestDatabase database) throws Exception {
        procedure(database, "INSERT INTO t_a VALUES (1);");
        Instance instance = Instance.on(database, calling(folder, statement));
        instance.stamp("base");
        countSlowly(database, 1);
        terminateDuring(database, "SET statements_finished");
        assertThat(instance.engine().revision("a").orElseThrow().record())
                .returns(2, record -> Objects.requireNonNull(record).statementsFinished());

        instance.upgrade();

        assertThat(rows(database)).isEqualTo(row == null ? List.of() : List.of(row));
        assertThat(instance.status().current()).containsExactly("a");
    }

    /** The first run is killed before it has counted the index, the second one finds it and is told to end. */
    @Test
    void doesNotForgetWhatItHasFoundDone(TestDatabase database) throws Exception {
        // Records are made for "base" only where there is something that they have to say about.
        database.jdbc().sql("CREATE TABLE other (id int)").update();
        Instance instance = Instance.on(database, calling(folder, "CREATE INDEX CONCURRENTLY i ON t_a (n)"));
        instance.stamp("base");
        countSlowly(database, 2);
        try (InstanceProcess process = InstanceProcess.start(Order.upgrade(database, folder))) {
            int backend = S07TerminatedProcessTest.awaitSleeping(database, "SET statements_finished");
            process.kill();
            Watcher.of(database).awaitGone(backend);
        }
        terminateDuring(database, "SET statements_finished");

        instance.upgrade();

        assertThat(instance.status().current()).containsExactly("a");
    }

    /** The first attempts to count the second statement take longer than anybody waits. */
    private static void countSlowly(TestDatabase database, int attempts) {
        database.jdbc().sql("CREATE SEQUENCE counts").update();
        database.jdbc().sql("""
                CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                  PERFORM pg_sleep(CASE WHEN nextval('counts') <= %d THEN 600 ELSE 0 END);
                  RETURN new;
                END $$
                """.formatted(attempts)).update();
        database.jdbc().sql("""
                CREATE TRIGGER wait BEFORE UPDATE ON migration_revision FOR EACH ROW
                  WHEN (new.statements_finished = 2 AND old.statements_finished = 1) EXECUTE FUNCTION wait()
                """).update();
    }
}
