package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's own statements are kept by the server, those of revisions are not. */
@PostgresTest
class PreparedStatementsTest {

    private final TestDatabase database;
    private Revisions revisions;

    PreparedStatementsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a").table("c", "b");
    }

    @Test
    void recordARevisionEach() {
        try (HikariDataSource pool = database.pool(1)) {
            Instance.on(pool, revisions).upgrade();

            List<String> kept = JdbcClient.create(pool)
                    .sql("SELECT statement FROM pg_prepared_statements")
                    .query(String.class)
                    .list();
            assertThat(kept).anyMatch(sql -> sql.contains("INSERT INTO \"public\".migration_revision"));
            assertThat(kept).noneMatch(sql -> sql.contains("CREATE TABLE"));
        }
    }

    @Test
    void mayBeLostInARevision() {
        revisions
                .add("d", "c", "DEALLOCATE ALL; CREATE TABLE d ();", "DROP TABLE d;")
                .file("e", "-- revises: d", "-- transaction: off", "-- +upgrade", "DISCARD ALL;", "CREATE TABLE e ();")
                .table("f", "e")
                .table("g", "f");

        assertThat(Instance.on(database, revisions).upgrade().current()).containsExactly("g");
    }

    @Test
    void doNotKeepAJavaRevisionFromChangingWhatItReads() {
        Instance instance = Instance.on(database, revisions).code(new Widen());

        assertThatCode(instance::upgrade).doesNotThrowAnyException();
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_attribute WHERE attrelid = 't_c'::regclass AND attnum > 0")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    /** Reads all columns of a table before and after each is added. */
    @Revision(id = "w", revises = "c")
    private static final class Widen implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            for (int i = 0; i < 8; i++) {
                context.jdbc()
                        .sql("SELECT * FROM t_c WHERE id = ?")
                        .param(i)
                        .query()
                        .listOfRows();
                context.jdbc().sql("ALTER TABLE t_c ADD COLUMN c" + i + " int").update();
            }
        }
    }
}
