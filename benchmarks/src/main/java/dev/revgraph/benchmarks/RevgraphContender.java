package dev.revgraph.benchmarks;

import dev.revgraph.MigrationEngine;
import dev.revgraph.plan.Move;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** The engine with its default settings. */
final class RevgraphContender implements Contender {

    @Override
    public void write(Path root, List<Change> changes) throws IOException {
        RevisionFiles.write(root, changes);
    }

    @Override
    public List<String> jars() {
        return List.of("migration-engine", "spring-", "commons-logging-", "slf4j-api-", "jspecify-", "postgresql-");
    }

    @Override
    public void migrate(DataSource database, Path root, ClassLoader files) {
        MigrationEngine.builder(database).classLoader(files).build().run(Move.upgrade("head"));
    }
}
