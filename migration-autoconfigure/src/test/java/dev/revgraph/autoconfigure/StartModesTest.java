package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Refusal;
import dev.revgraph.autoconfigure.fixture.RevisionFolder;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** {@code migration.on-startup}, with and without {@code migration.allow-pending-migrations}. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class StartModesTest {

    private final TestDatabase database;
    private final RevisionFolder revisions;
    private ApplicationContextRunner application = Applications.bare();

    StartModesTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = new RevisionFolder(folder);
    }

    @BeforeEach
    void describeTwoRevisions() {
        revisions.table("one", "base").table("two", "one");
        application = Applications.on(database).withPropertyValues(revisions.property());
    }

    @Test
    void upgradesUnlessToldOtherwise(CapturedOutput output) {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(tables()).contains("one", "two");
        });
        assertThat(output)
                .contains("Database \"default\" (" + place() + "): UP_TO_DATE, current [two], 0 pending,"
                        + " on-startup=upgrade, 2 applied now");
    }

    @Test
    void tellsHowThingsStandAtEveryStart(CapturedOutput output) {
        application.run(context -> assertThat(context).hasNotFailed());
        application.run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("Database \"default\" (" + place()
                        + "): UP_TO_DATE, current [two], 0 pending, on-startup=upgrade" + System.lineSeparator())
                .doesNotContain(database.password());
    }

    @Test
    void tellsWhereTheDatabaseIsWithoutThePasswordInItsUrl(CapturedOutput output) {
        String url = database.url() + "&user=" + database.username() + "&password=" + database.password();
        application
                .withPropertyValues("migration.url=" + url)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("(" + place() + ")").doesNotContain(database.password());
    }

    @Test
    void upgradesNoFurtherThanTheTarget() {
        application.withPropertyValues("migration.target=one").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(tables()).contains("one").doesNotContain("two");
        });
    }

    @Test
    void stopsWhenTheUpgradeFailsEvenIfPendingRevisionsAreAllowed() {
        revisions.revision("three", "two", "CREATE TABLE one ();", "");
        application
                .withPropertyValues("migration.allow-pending-migrations=true")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(Refusal.of(context).revisions()).containsExactly("three");
                    assertThat(tables()).contains("one", "two");
                });
    }

    @Test
    void stopsWhenTheGraphHasSeveralHeadsInEveryModeThatLooks(CapturedOutput output) {
        revisions.table("other", "one");
        for (String mode : List.of("upgrade", "check")) {
            application
                    .withPropertyValues("migration.on-startup=" + mode, "migration.allow-pending-migrations=true")
                    .run(context -> {
                        assertThat(context).hasFailed();
                        assertThat(Refusal.of(context).code()).isEqualTo(ErrorCode.MULTIPLE_HEADS);
                        assertThat(tables()).doesNotContain("one");
                    });
            assertThat(output).contains("INVALID, current [], 3 pending, on-startup=" + mode);
        }
    }

    @Test
    void saysWhereTheDatabaseStandsWhenARevisionFails(CapturedOutput output) {
        revisions.revision("three", "two", "SELECT 1/0;", "");
        application.run(context -> assertThat(context).hasFailed());
        assertThat(output).contains("PENDING, current [two], 1 pending, on-startup=upgrade");
    }

    @Test
    void checkRefusesToStartWithPendingRevisionsAndChangesNothing(CapturedOutput output) {
        application.withPropertyValues("migration.on-startup=check").run(context -> {
            assertThat(context).hasFailed();
            MigrationException refusal = Refusal.of(context);
            assertThat(refusal.code()).isEqualTo(ErrorCode.PENDING);
            assertThat(refusal.revisions()).containsExactly("one", "two");
            assertThat(tables()).isEmpty();
        });
        assertThat(output).contains("EMPTY, current [], 2 pending, on-startup=check");
    }

    @Test
    void checkStartsWithPendingRevisionsWhereTheyAreAllowedAndSaysSo(CapturedOutput output) {
        application
                .withPropertyValues("migration.on-startup=check", "migration.allow-pending-migrations=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(tables()).isEmpty();
                });
        assertThat(output)
                .contains("the application starts with 2 revision(s) pending, because"
                        + " migration.allow-pending-migrations is true: one, two");
    }

    @Test
    void checkStartsOnAnUpToDateDatabase() {
        application.run(context -> assertThat(context).hasNotFailed());
        application
                .withPropertyValues("migration.on-startup=check")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsOnADatabaseThatANewerReleaseHasMigrated(CapturedOutput output) {
        application.run(context -> assertThat(context).hasNotFailed());
        ApplicationContextRunner older = application.withPropertyValues("migration.locations=" + olderRelease());
        for (String mode : List.of("upgrade", "check")) {
            older.withPropertyValues("migration.on-startup=" + mode)
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(output).contains("AHEAD, current [two], 0 pending, on-startup=" + mode);
        }
    }

    @Test
    void refusesADatabaseAheadOfItWhereThatIsNotAllowed() {
        application.run(context -> assertThat(context).hasNotFailed());
        ApplicationContextRunner older = application.withPropertyValues(
                "migration.locations=" + olderRelease(),
                "migration.allow-ahead=false",
                "migration.allow-pending-migrations=true");
        for (String mode : List.of("upgrade", "check")) {
            older.withPropertyValues("migration.on-startup=" + mode).run(context -> {
                assertThat(context).hasFailed();
                assertThat(Refusal.of(context).code()).isEqualTo(ErrorCode.UNKNOWN_REVISION);
            });
        }
    }

    @Test
    void namesTheFilesThatHaveChangedWhereThatIsAccepted(CapturedOutput output) {
        application.run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("has changed");
        revisions.revision("one", "base", "CREATE TABLE other ();", "DROP TABLE other;");
        application
                .withPropertyValues("migration.on-modified=warn")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output.toString().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains("Database \"default\"", "one.sql", "revision \"one\" has changed");
    }

    @Test
    void noneDoesNotEvenConnect(CapturedOutput output) {
        Applications.bare()
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere", "migration.on-startup=none")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("Database \"default\": not looked at, because migration.on-startup is \"none\"");
    }

    @Test
    void runsAtTheStartEvenWhereBeansAreLazy() {
        application
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(tables()).contains("one", "two"));
    }

    private String olderRelease() {
        return revisions.beside("older").table("one", "base").location();
    }

    private List<String> tables() {
        return database.jdbc()
                .sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                        + " ORDER BY relname")
                .query(String.class)
                .list();
    }

    private String place() {
        return database.url().replaceAll("jdbc:postgresql://|\\?.*", "");
    }
}
