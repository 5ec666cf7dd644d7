package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a test says when it cannot have its database. */
@PostgresTest
class FailuresTest {

    @Test
    void nameALocationThatIsNotThere() {
        assertThat(message(NoFolder.class))
                .contains("The location \"classpath:db/elsewhere\"")
                .endsWith("name their place: @MigrationTest(locations = \"classpath:…\").");
    }

    @Test
    void nameALocationWithoutRevisions() {
        assertThat(message(NoFiles.class))
                .isEqualTo(
                        "There is no revision in \"classpath:cases/empty\".\nPut the revision files there, or name their"
                                + " place: @MigrationTest(locations = \"classpath:…\").");
    }

    @Test
    void sayWhatIsWrongWithAPlaceholder() {
        assertThat(message(NoValue.class)).isEqualTo("The placeholder \"colour\" has no value.");
    }

    @Test
    void sayWhatTheEngineSays() {
        assertThat(message(TwoHeads.class)).contains("\"add_emails\"", "\"add_names\"", "heads");
    }

    @Test
    void nameTheRightThatTheRoleLacks(TestDatabase server) {
        assertThat(Cases.failures(Cases.runOn(server, Usual.class)).values())
                .singleElement()
                .asString()
                .startsWith(
                        "The PostgreSQL for the tests does not give a test class its database: ERROR: permission denied"
                                + " to create database.\n")
                .endsWith("CREATEDB` for the role of the tests.");
    }

    @Test
    void nameTheServerThatDoesNotAnswer() {
        assertThat(message(NoServer.class))
                .startsWith("The PostgreSQL for the tests does not answer: ")
                .contains("migration.test.url")
                .doesNotContain("hush");
    }

    @Test
    void sayThatAUrlIsNone() {
        assertThat(message(NoUrl.class)).contains("is no URL that PostgreSQL's driver understands");
    }

    private static String message(Class<?> type) {
        Map<String, String> failures = Cases.failures(Cases.run(type));
        assertThat(failures).hasSize(1);
        return failures.values().iterator().next();
    }

    abstract static class Asking {

        @Test
        void asks(MigrationDatabase database) {
            database.query("SELECT 1");
        }
    }

    @MigrationTest(locations = "classpath:db/elsewhere")
    static class NoFolder extends Asking {}

    @MigrationTest(locations = "classpath:cases/empty")
    static class NoFiles extends Asking {}

    @MigrationTest(placeholders = "colour")
    static class NoValue extends Asking {}

    @MigrationTest(locations = "classpath:cases/two-heads")
    static class TwoHeads extends Asking {}

    @MigrationTest
    static class Usual extends Asking {}

    @MigrationTest(url = "jdbc:postgresql://localhost:1/postgres?user=app&password=hush")
    static class NoServer extends Asking {}

    @MigrationTest(url = "jdbc:mysql://localhost/test")
    static class NoUrl extends Asking {}
}
