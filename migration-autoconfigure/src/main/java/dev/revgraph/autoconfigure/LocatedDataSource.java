package dev.revgraph.autoconfigure;

import dev.revgraph.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Remembers where its first connection led to. Data sources keep their URL in as many ways as there are pools, or are
 * given none; every connection knows it, without asking the server. Thread-safe.
 */
final class LocatedDataSource extends DelegatingDataSource {

    private static final String UNABLE_TO_CONNECT = "08001";

    private volatile @Nullable DatabaseLocation location;

    LocatedDataSource(DataSource target) {
        super(target);
    }

    /** Empty until there was a connection. */
    Optional<DatabaseLocation> location() {
        return Optional.ofNullable(location);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = connect();
        if (location == null) {
            String url = connection.getMetaData().getURL();
            location = url == null ? null : DatabaseLocation.ofUrl(url);
        }
        return connection;
    }

    /** What pools throw beyond what they declare is explained, and its secrets are hidden, as if they declared it. */
    private Connection connect() throws SQLException {
        try {
            return super.getConnection();
        } catch (MigrationException explained) {
            throw explained;
        } catch (RuntimeException failure) {
            throw new SQLException(failure.getMessage(), UNABLE_TO_CONNECT, failure);
        }
    }
}
