package dev.revgraph.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup before the upgrade. */
@PostgresTest
class S26BackupTest extends BackedUpDatabase {

    @Test
    void writesAFileAndWhatIsInIt() throws IOException {
        requirePrograms();

        Backup backup = backups().create();

        assertThat(backup.database()).isEqualTo(database.name());
        assertThat(backup.current()).containsExactly("a");
        assertThat(backup.tables()).isEqualTo(3);
        assertThat(backup.rows()).isEqualTo(1002);
        assertThat(backup.bytes()).isEqualTo(Files.size(backup.file())).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(backup.manifest()))
                .contains("current=a\n", "rows.public.users=1000\n", "sha256=" + backup.sha256())
                .doesNotContain(database.password());
        assertThat(names()).hasSize(2);
        assertThat(progress).anyMatch(line -> line.contains("users"));
    }

    @Test
    void waitsForTheProgramHoweverLittleTheRoleMayIdle() throws IOException {
        requirePrograms();
        JdbcClient.create(database.superuserDataSource())
                .sql("ALTER ROLE " + database.username() + " SET idle_in_transaction_session_timeout = '200ms'")
                .update();
        Path slow = program("exec pg_dump --version", "sleep 1; exec pg_dump \"$@\"");

        Backup backup = new Backups(
                        login(), new BackupSettings(folder, 0, new ClientPrograms("", slow), null), progress::add)
                .create();

        assertThat(backup.rows()).isEqualTo(1002);
    }

    @Test
    void keepsTheNewestOnes() throws IOException {
        requirePrograms();
        List<Backup> made = new ArrayList<>();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("of-others.dump"), "");
        Files.writeString(folder.resolve("of-others.dump.manifest"), "format=0");
        for (int day = 1; day <= 3; day++) {
            Clock clock = Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(day)), ZoneOffset.UTC);
            made.add(new Backups(login(), settings(2), progress::add, clock).create());
        }

        assertThat(made.get(2).removed()).containsExactly(made.get(0).file());
        assertThat(names()).hasSize(6).noneMatch(name -> name.contains("19700102"));
    }

    @Test
    void refusesToBeginWhereThereIsNoRoom() {
        assertThatThrownBy(() -> Space.require(folder.getParent(), Long.MAX_VALUE))
                .isInstanceOfSatisfying(BackupException.class, full -> {
                    assertThat(full.code()).isEqualTo(ErrorCode.DISK_FULL);
                    assertThat(full.action()).contains("--output DIR");
                });
    }

    @Test
    void leavesNothingOfABackupThatFails() throws IOException {
        Path failing = program("echo 'pg_dump (PostgreSQL) 99.1'", "echo 'pg_dump: error: no luck' >&2; exit 7");

        assertThatThrownBy(() -> new Backups(
                                login(),
                                new BackupSettings(folder, 0, new ClientPrograms("", failing), null),
                                progress::add)
                        .create())
                .isInstanceOfSatisfying(BackupException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(ErrorCode.BACKUP_FAILED);
                    assertThat(failed).hasMessageContaining("exit code 7");
                    assertThat(failed.details()).isEqualTo("pg_dump: error: no luck");
                });
        assertThat(names()).isEmpty();
    }

    @Test
    void tellsTheProgramThePasswordByItsEnvironmentAlone() throws IOException {
        Path seen = folder.resolveSibling("seen");
        Path spy = program(
                "echo 'pg_dump (PostgreSQL) 99.1'",
                "echo \"$*\" > '" + seen + "'; env | grep ^PG >> '" + seen + "'; exit 1");

        assertThatThrownBy(() -> new Backups(
                                login(),
                                new BackupSettings(folder, 0, new ClientPrograms("", spy), null),
                                progress::add)
                        .create())
                .isInstanceOf(BackupException.class);

        List<String> lines = Files.readAllLines(seen);
        assertThat(lines.get(0)).doesNotContain(database.password());
        assertThat(lines).contains("PGPASSWORD=" + database.password(), "PGDATABASE=" + database.name());
    }

    @Test
    void refusesAProgramThatIsOlderThanTheServer() throws IOException {
        Path old = program("echo 'pg_dump (PostgreSQL) 9.6.24'", "exit 1");

        assertThatThrownBy(() -> new Backups(
                                login(),
                                new BackupSettings(folder, 0, new ClientPrograms("", old), null),
                                progress::add)
                        .create())
                .isInstanceOfSatisfying(BackupException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.CLIENT_VERSION);
                    assertThat(refused.action()).contains("postgresql-client-" + database.majorVersion());
                });
    }

    @Test
    void saysWhichPackageIsMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> new Backups(
                                login(),
                                new BackupSettings(folder, 0, new ClientPrograms("", empty), null),
                                progress::add)
                        .create())
                .hasMessageContaining("`pg_dump` is not found")
                .isInstanceOfSatisfying(
                        BackupException.class,
                        missing -> assertThat(missing.action())
                                .contains("apt-get install postgresql-client-" + database.majorVersion()));
    }
}
