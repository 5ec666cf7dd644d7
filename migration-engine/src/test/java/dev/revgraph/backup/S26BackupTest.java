package dev.revgraph.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.rehearse.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup before the upgrade, and the way back. */
@PostgresTest
class S26BackupTest {

    private static final ClientPrograms PROGRAMS = new ClientPrograms(System.getenv("PATH"), null);

    private final List<String> progress = new ArrayList<>();
    private TestDatabase database;
    private Revisions revisions;
    private Path folder;

    @BeforeEach
    void prepare(TestDatabase database, @TempDir Path temporary) {
        this.database = database;
        this.folder = temporary.resolve("back ups");
        database.mayCreateDatabases(true);
        revisions = Revisions.in(temporary)
                .add("a", "base", "CREATE TABLE users (id int PRIMARY KEY, \"Full Name\" text);", "DROP TABLE users;")
                .table("b", "a");
        instance().upgrade("a");
        database.jdbc()
                .sql("INSERT INTO users SELECT n, 'someone' FROM generate_series(1, 1000) AS n")
                .update();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private Login login() {
        return new Login(database.url(), database.username(), database.password());
    }

    private BackupSettings settings(int keep) {
        return new BackupSettings(folder, keep, PROGRAMS, null);
    }

    private Backups backups() {
        return new Backups(login(), settings(0), progress::add);
    }

    private Restores restores() {
        return new Restores(login(), settings(0), progress::add);
    }

    private void requirePrograms() {
        assumeThat(PROGRAMS.objection(database.majorVersion()))
                .as("pg_dump of the server's version or newer")
                .isEmpty();
        assumeThat(Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.exists(Path.of(each, "pg_dump"))))
                .as("pg_dump")
                .isTrue();
    }

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

    /** A program that answers when it is asked for its version, and does something else otherwise. */
    private Path program(String version, String otherwise) throws IOException {
        Path programs = Files.createDirectories(folder.resolveSibling("programs"));
        Path program = programs.resolve("pg_dump");
        Files.writeString(
                program, "#!/bin/sh\nif [ \"$1\" = --version ]; then\n" + version + "\nelse\n" + otherwise + "\nfi\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return programs;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    /** Those whose names begin like the database's. */
    private List<String> databases() {
        return JdbcClient.create(database.superuserDataSource())
                .sql("SELECT datname FROM pg_database WHERE datname LIKE ? || '%' ORDER BY datname")
                .param(database.name())
                .query(String.class)
                .list();
    }

    private void drop(String name) {
        JdbcClient.create(database.superuserDataSource())
                .sql("DROP DATABASE \"" + name + "\" WITH (FORCE)")
                .update();
    }
}
