package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.MigrationEvent.StatementProgress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
@Timeout(120)
class StatementProgressTest {

    @TempDir
    private Path folder;

    private final List<StatementProgress> seen = new CopyOnWriteArrayList<>();

    private void listen(MigrationEvent event) {
        if (event instanceof StatementProgress progress) {
            seen.add(progress);
        }
    }

    private Revisions slowTable() {
        return Revisions.in(folder).add("a", "base", """
                CREATE TABLE t (id int);
                INSERT INTO t SELECT generate_series(1, 300);
                CREATE FUNCTION slowly(id int) RETURNS int IMMUTABLE LANGUAGE plpgsql
                    AS $$ BEGIN PERFORM pg_sleep(0.01); RETURN id; END $$;
                """, "SELECT 1;");
    }

    @Test
    void saysHowFarAnIndexIs(TestDatabase database) {
        Revisions revisions = slowTable().add("b", "a", "CREATE INDEX t_slowly ON t (slowly(id));", "SELECT 1;");
        Instance.on(database, revisions).upgrade("a");
        Instance.on(database, revisions).listening(this::listen).upgrade();
        assertThat(beforeTheEnd()).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.revision()).isEqualTo("b");
            assertThat(progress.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(progress.summary()).matches("building index.*, \\d+ % \\(\\d+ of \\d+ (blocks|rows)\\)");
        });
    }

    @Test
    void countsTheRowsOfACopy(TestDatabase database) {
        Revisions revisions = slowTable()
                .add("b", "a", "CREATE TABLE c (id int CHECK (slowly(id) > 0));", "SELECT 1;")
                .add("c", "b", "COPY c FROM stdin;\n" + "1\n".repeat(300) + "\\.\n", "SELECT 1;");
        Instance.on(database, revisions).upgrade("b");
        Instance.on(database, revisions).listening(this::listen).upgrade();
        assertThat(beforeTheEnd())
                .isNotEmpty()
                .allSatisfy(progress -> assertThat(progress.summary()).startsWith("copying rows into the table"));
    }

    /** Of several, the last one may be of the moment when the server has finished and nobody knows it yet. */
    private List<StatementProgress> beforeTheEnd() {
        return seen.size() < 2 ? seen : seen.subList(0, seen.size() - 1);
    }

    @Test
    void saysForHowLongAnythingElseIsAtWork(TestDatabase database) {
        Revisions revisions = Revisions.in(folder).add("a", "base", "SELECT pg_sleep(2.5);", "SELECT 1;");
        Instance.on(database, revisions).listening(this::listen).upgrade();
        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(progress -> assertThat(progress.summary()).isEqualTo("at work"));
    }

    @Test
    void namesWhoIsInTheWay(TestDatabase database) throws Exception {
        Revisions revisions = Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "LOCK TABLE t_a IN ACCESS EXCLUSIVE MODE;", "SELECT 1;");
        Instance.on(database, revisions).upgrade("a");
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM t_a");
            Instance.on(database, revisions)
                    .with(s -> s.lockTimeout(Duration.ofMinutes(1)))
                    .listening(event -> {
                        listen(event);
                        if (event instanceof StatementProgress) {
                            release(reader);
                        }
                    })
                    .upgrade();
        }
        assertThat(seen.get(0).summary()).startsWith("waits for a lock; in the way: pid ");
    }

    @Test
    void goesWithoutASecondConnection(TestDatabase database) {
        Revisions revisions = Revisions.in(folder)
                .add("a", "base", "SELECT pg_sleep(2.5);", "SELECT 1;")
                .table("b", "a");
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database.dataSource());
            pool.setMaximumPoolSize(1);
            long begin = System.nanoTime();
            Instance.on(pool, revisions).listening(this::listen).upgrade();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(seen).isEmpty();
        assertThat(Instance.on(database, revisions).status().current()).containsExactly("b");
    }

    private static void release(Connection reader) {
        try {
            reader.rollback();
        } catch (java.sql.SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
