package dev.revgraph.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way back to a backup. */
@PostgresTest
class S26RestoreTest extends BackedUpDatabase {

    @Test
    void goesBackToTheSecondOfTheBackup() {
        requirePrograms();
        Backup backup = backups().create();
        instance().upgrade();
        database.jdbc().sql("DELETE FROM users WHERE id > 10").update();
        database.jdbc().sql("CREATE TABLE later (id int)").update();

        RestorePlan plan = restores().plan(backup.file(), null);
        assertThat(plan.currentBefore()).containsExactly("b");
        assertThat(plan.current()).containsExactly("a");
        assertThat(plan.tablesBefore()).isEqualTo(5);
        Restored restored = restores().restore(plan);

        assertThat(restored.current()).containsExactly("a");
        assertThat(restored.rows()).isEqualTo(1002);
        assertThat(instance().status().current()).containsExactly("a");
        assertThat(count("SELECT count(*) FROM users")).isEqualTo(1000);
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'later'"))
                .isZero();
        assertThat(databases()).containsExactly(database.name(), restored.kept());
        instance().upgrade();
        assertThat(instance().status().current()).containsExactly("b");
        drop(restored.kept());
    }

    @Test
    void findsTheRecordsInASchemaOfAnyName() {
        requirePrograms();
        String schema = "say \"hi\".Ünï ? '";
        Instance elsewhere = instance().with(s -> s.schema(schema));
        elsewhere.stamp("a");
        BackupSettings settings = settings(0, schema);
        Backup backup = new Backups(login(), settings, progress::add).create();
        elsewhere.upgrade();

        Restores restores = new Restores(login(), settings, progress::add);
        Restored restored = restores.restore(restores.plan(backup.file(), null));

        assertThat(restored.current()).containsExactly("a");
        assertThat(elsewhere.status().current()).containsExactly("a");
        drop(restored.kept());
    }

    @Test
    void keepsWhatBelongsToTheDatabaseItself() {
        requirePrograms();
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        String name = "\"" + database.name() + "\"";
        superuser
                .sql("ALTER DATABASE " + name + " SET search_path TO \"My App\", public")
                .update();
        superuser.sql("ALTER DATABASE " + name + " SET work_mem TO '7MB'").update();
        superuser.sql("COMMENT ON DATABASE " + name + " IS 'it''s ours'").update();
        Backup backup = backups().create();

        Restored restored = restores().restore(restores().plan(backup.file(), null));

        assertThat(database.jdbc().sql("SHOW work_mem").query(String.class).single())
                .isEqualTo("7MB");
        assertThat(database.jdbc()
                        .sql(
                                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("it's ours");
        assertThat(database.jdbc()
                        .sql("SELECT array_to_string(setconfig, ' ') FROM pg_db_role_setting s JOIN pg_database d"
                                + " ON d.oid = setdatabase WHERE datname = current_database() AND setrole = 0")
                        .query(String.class)
                        .single())
                .contains("search_path=\"My App\", public");
        drop(restored.kept());
    }

    @Test
    void endsSessionsThatAreConnected() throws Exception {
        requirePrograms();
        Backup backup = backups().create();
        try (var session = database.newDataSource().getConnection()) {
            RestorePlan plan = restores().plan(backup.file(), null);
            assertThat(plan.sessions()).isPositive();

            Restored restored = restores().restore(plan);

            assertThat(session.isValid(5)).isFalse();
            drop(restored.kept());
        }
    }

    @Test
    void restoresIntoAnotherDatabase() {
        requirePrograms();
        Backup backup = backups().create();
        String copy = database.name() + " Copy";

        RestorePlan plan = restores().plan(backup.file(), copy);
        assertThat(plan.replaces()).isFalse();
        Restored restored = restores().restore(plan);

        assertThat(restored.kept()).isNull();
        assertThat(databases()).containsExactly(database.name(), copy);
        drop(copy);
    }

    @Test
    void refusesAFileThatIsNotWhatWasWritten() throws IOException {
        requirePrograms();
        Backup backup = backups().create();
        byte[] bytes = Files.readAllBytes(backup.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup.file(), bytes);

        assertThatThrownBy(() -> restores().plan(backup.file(), null))
                .isInstanceOfSatisfying(
                        BackupException.class, bad -> assertThat(bad.code()).isEqualTo(ErrorCode.BAD_BACKUP));
        Files.delete(backup.manifest());
        assertThatThrownBy(() -> restores().plan(backup.file(), null)).hasMessageContaining("no manifest");
        assertThatThrownBy(() -> restores().plan(folder.resolve("other.dump"), null))
                .hasMessageContaining("There is no file");
    }

    @Test
    void leavesTheDatabaseAloneWhenWhatWasReadIsNotWhatWasCounted() throws IOException {
        requirePrograms();
        Backup backup = backups().create();
        RestorePlan plan = restores().plan(backup.file(), null);
        Files.writeString(
                backup.manifest(),
                Files.readString(backup.manifest()).replace("rows.public.users=1000", "rows.public.users=1001"));

        assertThatThrownBy(() -> restores().restore(plan)).isInstanceOfSatisfying(BackupException.class, failed -> {
            assertThat(failed.code()).isEqualTo(ErrorCode.RESTORE_FAILED);
            assertThat(failed).hasMessageContaining("public.users has 1000 rows instead of 1001");
        });
        assertThat(databases()).containsExactly(database.name());
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void saysThatTheRoleMayNotCreateDatabases() {
        requirePrograms();
        Backup backup = backups().create();
        database.mayCreateDatabases(false);

        assertThatThrownBy(() -> restores().restore(restores().plan(backup.file(), null)))
                .isInstanceOfSatisfying(BackupException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                    assertThat(failed.action()).contains("CREATEDB");
                });
        assertThat(instance().status().current()).containsExactly("a");
    }
}
