package dev.revgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Flyway with its default settings: versioned migrations in {@code db/migration}. */
final class FlywayContender implements Contender {

    @Override
    public void write(Path root, List<Change> changes) throws IOException {
        Path folder = Files.createDirectories(root.resolve("db/migration"));
        for (Change change : changes) {
            Files.writeString(
                    folder.resolve("V" + change.id().replaceFirst("_", "__") + ".sql"),
                    "-- " + change.name().replace('_', ' ') + "\n\n" + change.sql() + ";\n");
        }
    }

    @Override
    public List<String> jars() {
        return List.of("flyway-", "jackson-", "slf4j-api-", "jspecify-", "postgresql-");
    }

    @Override
    public void migrate(DataSource database, Path root, ClassLoader files) {
        Flyway.configure(files).dataSource(database).load().migrate();
    }
}
