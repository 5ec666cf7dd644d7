package dev.revgraph.cli.command;

import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A project's folder with migrations of Flyway's, and Flyway itself to run them. */
final class FlywayProject {

    static final Map<String, String> PLACEHOLDERS = Map.of("role", "visitor");

    private final Path folder;

    FlywayProject(Path folder) {
        this.folder = folder;
    }

    Path location() {
        return folder.resolve("migration");
    }

    FlywayProject file(String name, String text) {
        Path file = location().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    FlywayProject remove(String name) {
        try {
            Files.delete(location().resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    Flyway on(TestDatabase database, UnaryOperator<FluentConfiguration> changes) {
        // Flyway's own advice where an index is created concurrently: its lock would be waited for.
        return changes.apply(Flyway.configure()
                        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .dataSource(database.url(), database.username(), database.password())
                        .locations("filesystem:" + location())
                        .placeholders(PLACEHOLDERS))
                .load();
    }

    void migrate(TestDatabase database) {
        on(database, flyway -> flyway).migrate();
    }
}
