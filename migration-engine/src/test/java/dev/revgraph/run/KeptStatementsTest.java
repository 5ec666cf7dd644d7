package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.store.KeptStatements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs that are long enough for the server to keep the statements of their records. */
@PostgresTest
class KeptStatementsTest {

    private static final int LONG = 12;

    private final TestDatabase database;
    private final Revisions revisions;

    KeptStatementsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = Revisions.in(folder);
        String before = "base";
        for (int i = 0; i < LONG; i++) {
            revisions.table("r" + i, before);
            before = "r" + i;
        }
    }

    @Test
    void leavesNoneBehindInTheSession() {
        HikariDataSource pool = database.pool(1);
        assertThat(Instance.on(pool, revisions).upgrade().steps()).hasSize(LONG);
        assertThat(Instance.on(pool, revisions).downgrade("base").steps()).hasSize(LONG);
        assertThat(JdbcClient.create(pool)
                        .sql("SELECT count(*) FROM pg_prepared_statements WHERE from_sql")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goesOnWhenARevisionForgetsThem() {
        revisions.add("r5", "r4", "CREATE TABLE t_r5 (); DEALLOCATE ALL;", "DROP TABLE t_r5; DEALLOCATE ALL;");
        revisions.add("r" + LONG, "r" + (LONG - 1), "DEALLOCATE ALL;", "DEALLOCATE ALL;");
        Instance instance = Instance.on(database.pool(1), revisions);
        assertThat(instance.upgrade().steps()).hasSize(LONG + 1);
        assertThat(instance.downgrade("base").steps()).hasSize(LONG + 1);
    }

    @Test
    void leavesNoneBehindOfWhichSomeNeverReachedTheServer() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            KeptStatements kept = KeptStatements.inSession(jdbc);
            String neverSent = kept.text("SELECT 1", List.of());
            jdbc.execute(kept.text("SELECT 2", List.of()));
            assertThat(neverSent).startsWith("PREPARE ");

            kept.forget();

            assertThat(jdbc.queryForObject("SELECT count(*) FROM pg_prepared_statements WHERE from_sql", Integer.class))
                    .isZero();
        }
    }

    @Test
    void recordsScriptsWithBracesQuotesAndQuestionMarks() {
        String downgrade = "SELECT '{d ''2026-01-01''}', E'\\\\?', $$a\n$text$ ?$$;";
        revisions.add("r" + LONG, "r" + (LONG - 1), "SELECT 1;", downgrade);
        Instance.on(database, revisions).upgrade();
        assertThat(JdbcClient.create(database.dataSource())
                        .sql("SELECT downgrade_script FROM migration_revision WHERE id = ?")
                        .param("r" + LONG)
                        .query(String.class)
                        .single())
                .isEqualTo(downgrade + "\n");
    }

    /** The records' own statements divide by zero where they would not change one row. */
    @Test
    void tellsAFailureOfTheCommitFromOneOfTheRecord() {
        revisions.add("r" + LONG, "r" + (LONG - 1), """
                CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 / 0; RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t_r0 DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION late();
                INSERT INTO t_r0 VALUES (1);
                """, "DROP FUNCTION late CASCADE;");
        Instance instance = Instance.on(database, revisions);
        assertThatThrownBy(instance::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("fails at the commit of its upgrade")
                .hasMessageContaining("SQLSTATE 22012");
        assertThat(instance.status().applied()).isEqualTo(LONG);
    }
}
