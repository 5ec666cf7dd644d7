package dev.revgraph.autoconfigure.connection;

import dev.revgraph.autoconfigure.MigrationConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** What Docker Compose knows of a database serves migrations as well. */
final class JdbcMigrationConnectionDetails
        implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrationConnectionDetails> {

    @Override
    public MigrationConnectionDetails getConnectionDetails(JdbcConnectionDetails details) {
        return new MigrationConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return details.getJdbcUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return details.getUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return details.getPassword();
            }
        };
    }
}
