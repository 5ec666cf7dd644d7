package dev.revgraph.autoconfigure;

import dev.revgraph.server.Login;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How a data source of the application connects, for connections that are not to come out of its pool. */
public final class DirectLogin {

    private DirectLogin() {}

    /** Nothing if the data source does not tell. */
    public static Optional<Login> of(DataSource dataSource) {
        DataSource found = dataSource;
        while (found instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null) {
            found = delegating.getTargetDataSource();
        }
        try {
            return Optional.of(Login.of(DataSourceBuilder.derivedFrom(found)
                    .type(PGSimpleDataSource.class)
                    .build()));
        } catch (RuntimeException opaque) {
            return Optional.empty();
        }
    }
}
