package dev.revgraph.autoconfigure;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Finds the database that migrations run on: the marked data source, else a connection of its own, else the data source
 * that the application uses.
 */
final class MigrationDatabaseResolver {

    private final ListableBeanFactory beans;
    private final ObjectProvider<DataSource> marked;
    private final ObjectProvider<DataSource> usual;
    private final ObjectProvider<JdbcConnectionDetails> connection;
    private final MigrationConnectionDetails details;

    /**
     * @param marked the data sources that carry {@link MigrationDataSource}
     * @param usual the application's data sources
     * @param connection what Boot makes the application's data source of, if it does
     * @param details how migrations connect
     */
    MigrationDatabaseResolver(
            ListableBeanFactory beans,
            ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> usual,
            ObjectProvider<JdbcConnectionDetails> connection,
            MigrationConnectionDetails details) {
        this.beans = beans;
        this.marked = marked;
        this.usual = usual;
        this.connection = connection;
        this.details = details;
    }

    /** @throws DataSourceChoiceException if it is not clear which one it is */
    MigrationDatabase resolve() {
        List<DataSource> withMark = marked.stream().toList();
        if (withMark.size() > 1) {
            throw DataSourceChoiceException.severalMarked();
        }
        if (withMark.size() == 1) {
            if (details.getJdbcUrl() != null || details.getUsername() != null) {
                throw DataSourceChoiceException.markedAndConfigured();
            }
            return new MigrationDatabase(withMark.get(0), withMark.get(0));
        }
        String url = details.getJdbcUrl();
        if (url != null) {
            ConfiguredUrl configured = new ConfiguredUrl("migration.url", url);
            configured.requireReadable();
            DataSource own = withLogin(DataSourceBuilder.create(getClass().getClassLoader())
                    .driverClassName(configured.driver())
                    .url(url));
            return new MigrationDatabase(own, usual.getIfUnique());
        }
        connection.ifUnique(used -> new ConfiguredUrl("spring.datasource.url", used.getJdbcUrl()).requireReadable());
        DataSource application = unique();
        DataSource own =
                details.getUsername() == null ? application : withLogin(DataSourceBuilder.derivedFrom(application));
        return new MigrationDatabase(own, application);
    }

    /** No pool: a run needs one connection, and leaves none open. */
    private DataSource withLogin(DataSourceBuilder<?> builder) {
        String username = details.getUsername();
        String password = details.getPassword();
        DataSourceBuilder<SimpleDriverDataSource> own = builder.type(SimpleDriverDataSource.class);
        if (username != null) {
            own.username(username);
        }
        if (username != null || password != null) {
            own.password(password == null ? "" : password);
        }
        return own.build();
    }

    private DataSource unique() {
        @Nullable DataSource unique = usual.getIfUnique();
        if (unique != null) {
            return unique;
        }
        List<String> names =
                List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class, true, false));
        throw names.isEmpty() ? DataSourceChoiceException.none() : DataSourceChoiceException.several(names);
    }
}
