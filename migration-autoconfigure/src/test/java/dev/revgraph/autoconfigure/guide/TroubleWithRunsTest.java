package dev.revgraph.autoconfigure.guide;

import static dev.revgraph.autoconfigure.guide.Trouble.LOGINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Repair;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Sections of the troubleshooting page about revisions that fail, wait, or are cut off. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class TroubleWithRunsTest {

    private static final String BIRTH_DATE = "20260403_add_birth_date";

    private final TestDatabase database;
    private final Path folder;

    TroubleWithRunsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Test
    void s02AForeignKeyFailsOnRowsThatExist(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S02 A foreign key fails on rows that exist", database, folder, output)) {
            trouble.starts();
            trouble.jdbc().sql("INSERT INTO logins VALUES (7), (7), (8)").update();
            trouble.revision(
                    "20260404_logins_have_users",
                    LOGINS,
                    "Logins refer to users",
                    "ALTER TABLE logins ADD CONSTRAINT logins_user_fk FOREIGN KEY (user_id) REFERENCES users (id);",
                    "ALTER TABLE logins DROP CONSTRAINT logins_user_fk;");
            trouble.isRefusedAsShown();
            trouble.queries(2);
            trouble.writes();
            trouble.starts();
            assertThat(trouble.jdbc()
                            .sql("SELECT convalidated FROM pg_constraint WHERE conname = 'logins_user_fk'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void s07ARevisionFails(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S07 A revision fails", database, folder, output)) {
            trouble.revision(
                    BIRTH_DATE, LOGINS, "Add the date of birth", """
                    ALTER TABLE users ADD COLUMN birth_date date;

                    CREATE INDEX users_birth_date_idx ON users (brith_date);""", "ALTER TABLE users DROP COLUMN birth_date;");
            trouble.isRefusedAsShown();
            assertThat(columns(trouble)).containsExactly("id", "name");
            trouble.starts("migration.target=" + LOGINS);
            addBirthDate(trouble);
            trouble.starts();
            assertThat(columns(trouble)).contains("birth_date");
        }
    }

    @Test
    void s08ARevisionWithoutATransactionIsCutOff(CapturedOutput output) throws Exception {
        try (Trouble trouble =
                new Trouble("S08 A revision without a transaction is cut off", database, folder, output)) {
            trouble.starts();
            trouble.application().revisions().file("20260405_index_logins.sql", """
                    -- Index logins
                    -- revises: 20260402_create_logins
                    -- transaction: off

                    -- +upgrade
                    CREATE INDEX CONCURRENTLY logins_user_idx ON logins (user_id);

                    -- +downgrade
                    DROP INDEX CONCURRENTLY logins_user_idx;
                    """);
            kill(trouble, "CREATE INDEX");
            trouble.starts();
            assertThat(trouble.state()).isEqualTo("UP_TO_DATE");
            trouble.jdbc().sql("""
                    CREATE PROCEDURE close_old_logins() LANGUAGE plpgsql AS $$
                    BEGIN COMMIT; LOCK TABLE logins; DELETE FROM logins; END $$
                    """).update();
            trouble.application().revisions().file("20260406_close_old_logins.sql", """
                    -- Close old logins
                    -- revises: 20260405_index_logins
                    -- transaction: off

                    -- +upgrade
                    CALL close_old_logins();

                    -- +downgrade
                    """);
            kill(trouble, "CALL");
            trouble.isRefusedAsShown();
            failAfterItsCommit(trouble);
        }
    }

    private void failAfterItsCommit(Trouble trouble) {
        trouble.jdbc().sql("""
                CREATE OR REPLACE PROCEDURE close_old_logins() LANGUAGE plpgsql AS $$
                BEGIN COMMIT; RAISE EXCEPTION 'the day is not over'; END $$
                """).update();
        MigrationEngine.builder(database.dataSource())
                .settings(MigrationSettings.defaults()
                        .with(settings -> settings.locations(
                                List.of(trouble.application().revisions().location()))))
                .build()
                .repair(Repair.again("20260406_close_old_logins"));
        trouble.isRefusedAsShown();
    }

    /** It waits for a transaction that writes the table; so it can be met. */
    private void kill(Trouble trouble, String statement) throws Exception {
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        try (Connection writer = database.dataSource().getConnection()) {
            writer.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(writer, true))
                    .sql("INSERT INTO logins VALUES (1)")
                    .update();
            CompletableFuture<Void> start =
                    CompletableFuture.runAsync(() -> trouble.application().refuse("migration.lock-timeout=0"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> superuser
                                    .sql("""
                            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                             WHERE usename = ? AND query LIKE ? AND wait_event_type = 'Lock'
                            """)
                                    .params(database.username(), statement + "%")
                                    .query(Long.class)
                                    .single()
                            == 1);
            start.get();
            writer.rollback();
        }
    }

    @Test
    void s15ARevisionWaitsInVainForALock(CapturedOutput output) throws Exception {
        try (Trouble trouble = new Trouble("S15 A revision waits in vain for a lock", database, folder, output);
                Connection reader = database.dataSource().getConnection()) {
            trouble.starts();
            addBirthDate(trouble);
            reader.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(reader, true))
                    .sql("SELECT count(*) FROM users")
                    .query()
                    .listOfRows();
            trouble.isRefusedAsShown("migration.lock-timeout=2s", "migration.lock-retries=1");
            trouble.queries(1);
            reader.rollback();
            trouble.starts();
        }
    }

    @Test
    void s30SomethingExistsAlready(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S30 Something exists already", database, folder, output)) {
            trouble.starts();
            trouble.jdbc().sql("ALTER TABLE users ADD COLUMN birth_date date").update();
            addBirthDate(trouble);
            trouble.isRefusedAsShown();
            trouble.revision(
                    BIRTH_DATE,
                    LOGINS,
                    "Add the date of birth",
                    "ALTER TABLE users ADD COLUMN IF NOT EXISTS birth_date date;",
                    "ALTER TABLE users DROP COLUMN birth_date;");
            trouble.starts();
        }
    }

    private static void addBirthDate(Trouble trouble) {
        trouble.revision(
                BIRTH_DATE,
                LOGINS,
                "Add the date of birth",
                "\nALTER TABLE users ADD COLUMN birth_date date;",
                "ALTER TABLE users DROP COLUMN birth_date;");
    }

    private static java.util.List<String> columns(Trouble trouble) {
        return trouble.jdbc()
                .sql("SELECT column_name FROM information_schema.columns WHERE table_name = 'users' ORDER BY 1")
                .query(String.class)
                .list();
    }
}
