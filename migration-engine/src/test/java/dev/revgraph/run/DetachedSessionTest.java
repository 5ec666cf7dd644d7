package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What statements without a transaction find set, and what they meet. */
@PostgresTest
class DetachedSessionTest {

    private final TestDatabase database;
    private Revisions revisions;

    DetachedSessionTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private void off(String id, String revises, String upgrade, String downgrade) {
        revisions.file(
                id,
                "-- Revision " + id,
                "-- revises: " + revises,
                "-- transaction: off",
                "-- +upgrade",
                upgrade,
                "-- +downgrade",
                downgrade);
    }

    private Instance instance() {
        return Instance.on(database, revisions).with(s -> s.lockTimeout(Duration.ofMillis(50)));
    }

    private RevisionReport report(String id) {
        return instance().engine().revision(id).orElseThrow();
    }

    private int finished(String id) {
        return Objects.requireNonNull(report(id).record()).statementsFinished();
    }

    @Test
    void setsAgainWhatItsFinishedStatementsHadSet() {
        off("a", "base", """
                SET TIME ZONE 'Asia/Tokyo';
                SELECT set_config('app.user', 'migration', false);
                SET lock_timeout = '1234ms';
                CREATE TABLE log (n int);
                ALTER TABLE log ADD x int CHECK (x > 0) DEFAULT 1 / 0;
                CREATE TABLE seen AS SELECT current_setting('TimeZone') AS zone,
                    current_setting('app.user') AS who, current_setting('lock_timeout') AS wait;
                """, "");
        database.jdbc().sql("CREATE TABLE log (n int)").update();
        instance().stamp("base");
        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        database.jdbc().sql("DROP TABLE log").update();

        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        database.jdbc()
                .sql("UPDATE migration_revision SET statements_started = 5, statements_finished = 5")
                .update();
        instance().upgrade();

        assertThat(database.jdbc().sql("SELECT * FROM seen").query().singleRow())
                .containsEntry("zone", "Asia/Tokyo")
                .containsEntry("who", "migration")
                .containsEntry("wait", "1234ms");
    }

    @Test
    void triesAStatementAgainThatDidNotGetItsLock() throws Exception {
        revisions.table("a", "base");
        instance().upgrade();
        off("b", "a", "CREATE TABLE log (n int); ALTER TABLE t_a ADD b int;", "");
        try (var other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT * FROM t_a");
            instance()
                    .listening(event -> {
                        if (event instanceof MigrationEvent.LockRetried) {
                            assertThat(finished("b")).isEqualTo(1);
                            Locks.release(other);
                        }
                    })
                    .upgrade();
        }

        assertThat(instance().status().current()).containsExactly("b");
    }

    @Test
    void countsItsStatementsWhateverRoleTheyTakeOn() {
        String other = database.name() + "_other";
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        superuser.sql("CREATE ROLE " + other).update();
        superuser.sql("GRANT " + other + " TO " + database.name()).update();
        superuser.sql("GRANT CREATE ON SCHEMA public TO " + other).update();
        try {
            off(
                    "a",
                    "base",
                    "SET ROLE " + other + "; CREATE TABLE x (n int); CREATE INDEX CONCURRENTLY i ON x (n);",
                    "");

            instance().upgrade();

            assertThat(database.jdbc()
                            .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'x'")
                            .query(String.class)
                            .single())
                    .isEqualTo(other);
        } finally {
            superuser.sql("DROP OWNED BY " + other).update();
            superuser.sql("DROP ROLE " + other).update();
        }
    }

    @Revision(id = "j", revises = "base", transaction = false)
    static final class Broken implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            throw new NoClassDefFoundError("com/example/Gone");
        }
    }

    @Test
    void leavesNothingBehindOfAClassThatCannotBeLoaded() {
        try (var pool = database.pool(1)) {
            Instance instance =
                    Instance.on(pool, revisions).code(new Broken()).with(s -> s.waitForLock(Duration.ofMillis(100)));

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(instance::upgrade)
                        .isInstanceOf(StatementFailedException.class)
                        .hasMessageContaining("com/example/Gone");
            }
        }
    }
}
