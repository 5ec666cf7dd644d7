package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The data source leads to another database than PostgreSQL. */
public final class NotPostgresException extends MigrationException {

    private final String product;

    NotPostgresException(String product) {
        super(
                ErrorCode.NOT_POSTGRESQL,
                "The data source leads to " + product + "; migrations are written for PostgreSQL. Nothing is run.",
                "Point the application at a PostgreSQL server, mark the right data source with @MigrationDataSource,"
                        + " set `migration.url`, or switch migrations off with `migration.enabled=false`.",
                List.of());
        this.product = product;
    }

    /** What the driver calls the database. */
    public String product() {
        return product;
    }
}
