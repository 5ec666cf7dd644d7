package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Refusal;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.backup.ClientPrograms;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** {@code migration.backup.before-upgrade}. */
@PostgresTest
class S26BackupAtStartTest {

    private static final String PATH = System.getenv("PATH");

    private final TestDatabase database;
    private final RevisionFolder revisions;
    private final Path backups;
    private ApplicationContextRunner application = Applications.bare();

    S26BackupAtStartTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder);
        this.backups = folder.resolve("backups");
    }

    @BeforeEach
    void startOnce() {
        revisions.table("one", "base");
        application = Applications.on(database)
                .withPropertyValues(
                        revisions.property(),
                        "migration.backup.before-upgrade=true",
                        "migration.backup.folder=" + backups);
        application.run(context -> assertThat(context).hasNotFailed());
    }

    private static void requirePrograms(TestDatabase database) {
        assumeThat(Stream.of(PATH.split(":")).anyMatch(each -> Files.exists(Path.of(each, "pg_dump"))))
                .as("pg_dump")
                .isTrue();
        assumeThat(new ClientPrograms(PATH, null).objection(database.majorVersion()))
                .as("pg_dump of the server's version or newer")
                .isEmpty();
    }

    @Test
    void needsNoBackupOfAnEmptyDatabaseAndNoneWhereNothingIsPending() {
        application.run(context -> assertThat(context).hasNotFailed());

        assertThat(manifests()).isEmpty();
    }

    @Test
    void isMadeOnceHoweverManyInstancesStart() {
        requirePrograms(database);
        revisions.table("two", "one").revision("three", "two", "SELECT pg_sleep(1);", "SELECT 1;");

        List<CompletableFuture<Void>> instances = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> application.run(context -> assertThat(context).hasNotFailed())))
                .toList();
        instances.forEach(CompletableFuture::join);

        assertThat(manifests()).hasSize(1).first().asString().contains("current=one\n");
    }

    @Test
    void stopsTheStartIfItCannotBeMade(@TempDir Path empty) {
        revisions.table("two", "one");

        application.withPropertyValues("migration.backup.programs=" + empty).run(context -> {
            assertThat(context).hasFailed();
            assertThat(Refusal.of(context).code()).isEqualTo(ErrorCode.CLIENT_VERSION);
            assertThat(database.jdbc()
                            .sql("SELECT id FROM migration_revision")
                            .query(String.class)
                            .list())
                    .containsExactly("one");
        });
    }

    @Test
    void keepsNoNegativeNumber() {
        application
                .withPropertyValues("migration.backup.keep=-1")
                .run(context -> assertThat(context).hasFailed());
    }

    private List<String> manifests() {
        if (!Files.isDirectory(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".manifest"))
                    .map(S26BackupAtStartTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
