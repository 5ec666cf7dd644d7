package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.rehearse.Login;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** From how a server is reached to data sources of its databases. */
final class Address {

    private Address() {}

    /** The database that the URL names; a user and a password in the URL win. */
    static PGSimpleDataSource of(Login login) {
        Properties told = Driver.parseURL(login.url(), null);
        if (told == null) {
            throw new MigrationTestException(
                    ErrorCode.CONNECTION,
                    "\"" + ServerChoice.URL + "\" is no URL that PostgreSQL's driver understands.",
                    "Write jdbc:postgresql://host:port/database.",
                    null);
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(login.url());
        if (login.username() != null && !PGProperty.USER.isPresent(told)) {
            dataSource.setUser(login.username());
        }
        if (login.password() != null && !PGProperty.PASSWORD.isPresent(told)) {
            dataSource.setPassword(login.password());
        }
        return dataSource;
    }

    /** Another database of the same server. */
    static PGSimpleDataSource of(Login login, String database) {
        PGSimpleDataSource dataSource = of(login);
        dataSource.setDatabaseName(database);
        return dataSource;
    }
}
