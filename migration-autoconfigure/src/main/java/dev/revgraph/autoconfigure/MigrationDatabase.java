package dev.revgraph.autoconfigure;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The database that migrations run on, and through which of the application's data sources it is used. */
final class MigrationDatabase implements SchemaManagementProvider {

    private final LocatedDataSource dataSource;
    private final @Nullable DataSource used;

    /**
     * @param dataSource what migrations connect through
     * @param used the application's own data source for the same database; {@code null} if there is none
     */
    MigrationDatabase(DataSource dataSource, @Nullable DataSource used) {
        this.dataSource = new LocatedDataSource(direct(dataSource));
        this.used = used;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Where it is, without credentials; "not asked" until there was a connection. */
    String location() {
        return dataSource.location().map(DatabaseLocation::text).orElse("not asked");
    }

    /** Hibernate does not create the schema of a database that is migrated. */
    @Override
    public SchemaManagement getSchemaManagement(DataSource asked) {
        boolean same = used != null && direct(used).equals(direct(asked));
        return same ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
    }

    /**
     * Without the proxies that would put a run into the transaction of a caller, or delay what is said to the connection
     * until its first statement.
     */
    private static DataSource direct(DataSource dataSource) {
        DataSource found = dataSource;
        while (found instanceof TransactionAwareDataSourceProxy || found instanceof LazyConnectionDataSourceProxy) {
            DataSource target = ((DelegatingDataSource) found).getTargetDataSource();
            if (target == null) {
                return found;
            }
            found = target;
        }
        return found;
    }
}
