package dev.revgraph.server;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How a server is reached, for databases on it beside the one that is named. Immutable.
 *
 * @param url of JDBC; a user and a password that it holds win over the others
 */
public record Login(
        String url, @Nullable String username, @Nullable String password) {

    /** As a data source of the driver has it. */
    public static Login of(PGSimpleDataSource dataSource) {
        return new Login(dataSource.getUrl(), dataSource.getUser(), dataSource.getPassword());
    }

    /**
     * The database that the URL names.
     *
     * @throws AddressException if the driver does not understand the URL
     */
    public PGSimpleDataSource dataSource() {
        Properties told = Driver.parseURL(url, null);
        if (told == null) {
            throw new AddressException();
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        if (username != null && !PGProperty.USER.isPresent(told)) {
            dataSource.setUser(username);
        }
        if (password != null && !PGProperty.PASSWORD.isPresent(told)) {
            dataSource.setPassword(password);
        }
        return dataSource;
    }

    /** Another database of the same server. */
    public PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = dataSource();
        dataSource.setDatabaseName(database);
        return dataSource;
    }

    /** Leaves out everything that may be a secret. */
    @Override
    public String toString() {
        return "Login[]";
    }
}
