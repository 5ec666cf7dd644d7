package dev.revgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase as Spring Boot calls it: a YAML master that includes a folder of formatted SQL. */
final class LiquibaseContender implements Contender {

    private static final String MASTER = "db/changelog/db.changelog-master.yaml";

    private static final String INCLUDE_ALL = """
            databaseChangeLog:
              - includeAll:
                  path: db/changelog/changes/
            """;

    static {
        // A benchmark is no user to be counted.
        System.setProperty("liquibase.analytics.enabled", "false");
    }

    @Override
    public void write(Path root, List<Change> changes) throws IOException {
        Path folder = Files.createDirectories(root.resolve("db/changelog/changes"));
        Files.writeString(root.resolve(MASTER), INCLUDE_ALL);
        for (Change change : changes) {
            String text = "--liquibase formatted sql\n\n--changeset bench:" + change.number() + "\n" + change.sql()
                    + ";\n--rollback " + change.undo() + ";\n";
            Files.writeString(folder.resolve(change.id() + ".sql"), text);
        }
    }

    @Override
    public List<String> jars() {
        return List.of("liquibase-", "snakeyaml-", "commons-", "opencsv-", "jaxb-api-", "slf4j-api-", "postgresql-");
    }

    @Override
    public void migrate(DataSource database, Path root, ClassLoader files) throws Exception {
        Map<String, Object> scope = Map.of(Scope.Attr.ui.name(), new LoggerUIService());
        Scope.child(scope, () -> {
            // An application starts once: what the last start in this JVM learned is not known to it.
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
            try (Liquibase liquibase = new Liquibase(
                    MASTER, new ClassLoaderResourceAccessor(files), new JdbcConnection(database.getConnection()))) {
                liquibase.update(new Contexts(), new LabelExpression());
            }
        });
    }
}
