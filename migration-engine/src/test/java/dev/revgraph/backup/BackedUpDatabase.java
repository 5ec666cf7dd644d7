package dev.revgraph.backup;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.server.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database at its first revision, with rows, and what backs it up. */
abstract class BackedUpDatabase {

    static final ClientPrograms PROGRAMS = new ClientPrograms(System.getenv("PATH"), null);

    final List<String> progress = new ArrayList<>();
    TestDatabase database;
    Revisions revisions;
    Path folder;

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

    Instance instance() {
        return Instance.on(database, revisions);
    }

    Login login() {
        return new Login(database.url(), database.username(), database.password());
    }

    BackupSettings settings(int keep) {
        return settings(keep, null);
    }

    BackupSettings settings(int keep, @Nullable String schema) {
        return new BackupSettings(folder, keep, PROGRAMS, schema);
    }

    Backups backups() {
        return new Backups(login(), settings(0), progress::add);
    }

    Restores restores() {
        return new Restores(login(), settings(0), progress::add);
    }

    void requirePrograms() {
        assumeThat(PROGRAMS.objection(database.majorVersion()))
                .as("pg_dump of the server's version or newer")
                .isEmpty();
        assumeThat(Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.exists(Path.of(each, "pg_dump"))))
                .as("pg_dump")
                .isTrue();
    }

    /** A program that answers when it is asked for its version, and does something else otherwise. */
    Path program(String version, String otherwise) throws IOException {
        Path programs = Files.createDirectories(folder.resolveSibling("programs"));
        Path program = programs.resolve("pg_dump");
        Files.writeString(
                program, "#!/bin/sh\nif [ \"$1\" = --version ]; then\n" + version + "\nelse\n" + otherwise + "\nfi\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return programs;
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    /** Those whose names begin like the database's. */
    List<String> databases() {
        return JdbcClient.create(database.superuserDataSource())
                .sql("SELECT datname FROM pg_database WHERE datname LIKE ? || '%' ORDER BY datname")
                .param(database.name())
                .query(String.class)
                .list();
    }

    void drop(String name) {
        JdbcClient.create(database.superuserDataSource())
                .sql("DROP DATABASE \"" + name + "\" WITH (FORCE)")
                .update();
    }
}
