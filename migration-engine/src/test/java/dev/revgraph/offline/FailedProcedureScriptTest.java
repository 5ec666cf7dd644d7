package dev.revgraph.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Psql;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S24: a procedure fails in psql. The script says of it what a run would say. */
@PostgresTest
class FailedProcedureScriptTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "INSERT INTO log VALUES (2); INSERT INTO log VALUES (1 / 0);, 1 1, PENDING",
        "INSERT INTO log VALUES (2); COMMIT; INSERT INTO log VALUES (1 / 0);, 2 1, INVALID",
        "INSERT INTO log VALUES (2); ROLLBACK; INSERT INTO log VALUES (1 / 0);, 2 1, INVALID"
    })
    void isInDoubtOnlyIfItHadCommitted(String body, String statements, String state, TestDatabase database)
            throws Exception {
        Revisions revisions = Revisions.in(folder)
                .file(
                        "a",
                        "-- Revision a",
                        "-- revises: base",
                        "-- transaction: off",
                        "-- +upgrade",
                        "CREATE TABLE log (n int);",
                        "CALL work();",
                        "-- +downgrade",
                        "DROP TABLE log;");
        database.jdbc()
                .sql("CREATE PROCEDURE work() LANGUAGE plpgsql AS $$ BEGIN " + body + " END $$")
                .update();
        Instance instance = Instance.on(database, revisions);
        instance.stamp("base");
        String script = instance.engine().script(Move.upgrade("base:head"));

        Psql.Ran ran = Psql.on(database, folder).run(script);

        assertThat(ran.exitCode()).as(ran.printed()).isEqualTo(3);
        assertThat(ran.printed())
                .contains(
                        "division by zero", "Revision \"a\" stops at statement 2 of 2", "or says what to decide first");
        assertThat(database.jdbc()
                        .sql("SELECT statements_started || ' ' || statements_finished FROM migration_revision"
                                + " WHERE state = 'running'")
                        .query(String.class)
                        .single())
                .isEqualTo(statements);
        assertThat(instance.status().state()).hasToString(state);
    }

    /** The role that a revision takes on need not have rights to the records. */
    @Test
    void isReleasedByTheRoleThatRunsTheScript(TestDatabase database) throws Exception {
        String role = database.name() + "_other";
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        superuser.sql("CREATE ROLE " + role + " ROLE " + database.username()).update();
        try {
            Revisions revisions = Revisions.in(folder)
                    .file(
                            "a",
                            "-- Revision a",
                            "-- revises: base",
                            "-- transaction: off",
                            "-- +upgrade",
                            "SET ROLE " + role + ";",
                            "CALL nowhere();",
                            "-- +downgrade",
                            "SELECT 1;");
            Instance instance = Instance.on(database, revisions);

            Psql.Ran ran = Psql.on(database, folder).run(instance.engine().script(Move.upgrade("base:head")));

            assertThat(ran.exitCode()).as(ran.printed()).isEqualTo(3);
            assertThat(ran.printed()).contains("stops at statement 2 of 2").doesNotContain("permission denied");
            assertThat(instance.status().state()).isEqualTo(State.PENDING);
        } finally {
            superuser.sql("DROP ROLE " + role).update();
        }
    }
}
