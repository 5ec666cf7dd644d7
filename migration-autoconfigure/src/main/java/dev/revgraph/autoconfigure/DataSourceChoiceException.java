package dev.revgraph.autoconfigure;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The configuration does not say on which data source migrations run, or says it twice. */
public final class DataSourceChoiceException extends MigrationException {

    DataSourceChoiceException(String message, String action) {
        super(ErrorCode.USAGE, message, action, List.of());
    }

    static DataSourceChoiceException several(List<String> names) {
        return new DataSourceChoiceException(
                "There are " + names.size() + " data sources (" + quoted(names)
                        + ") and none of them is the primary one or marked for migrations. Nothing is run.",
                "Put @MigrationDataSource on the bean that migrations run on, or @Primary on the one that the application"
                        + " mainly uses, or set `migration.url`.");
    }

    static DataSourceChoiceException severalMarked() {
        return new DataSourceChoiceException(
                "Several data sources carry @MigrationDataSource. Nothing is run.",
                "Leave @MigrationDataSource on the one data source that migrations run on.");
    }

    static DataSourceChoiceException markedAndConfigured() {
        return new DataSourceChoiceException(
                "A data source carries @MigrationDataSource, and `migration.url` or `migration.username` name another"
                        + " connection for migrations. Nothing is run.",
                "Remove the annotation, or these properties.");
    }

    static DataSourceChoiceException sameName(String name) {
        return new DataSourceChoiceException(
                "Two beans of the type MigrationEngine are named \"" + name + "\". Nothing is run.",
                "Give each database a name of its own: `MigrationEngine.builder(dataSource).name(\"reporting\")`.");
    }

    static DataSourceChoiceException none() {
        return new DataSourceChoiceException(
                "There is no data source that migrations could run on.",
                "Set `spring.datasource.url`, or `migration.url` for a connection that only migrations use.");
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
