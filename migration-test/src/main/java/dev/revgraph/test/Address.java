package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.server.AddressException;
import dev.revgraph.server.Login;
import org.postgresql.ds.PGSimpleDataSource;

/** From how a server is reached to data sources of its databases. */
final class Address {

    private Address() {}

    /** The database that the URL names; a user and a password in the URL win. */
    static PGSimpleDataSource of(Login login) {
        try {
            return login.dataSource();
        } catch (AddressException malformed) {
            throw new MigrationTestException(
                    ErrorCode.CONNECTION,
                    "\"" + ServerChoice.URL + "\" is no URL that PostgreSQL's driver understands.",
                    "Write jdbc:postgresql://host:port/database.",
                    malformed);
        }
    }

    /** Another database of the same server. */
    static PGSimpleDataSource of(Login login, String database) {
        PGSimpleDataSource dataSource = of(login);
        dataSource.setDatabaseName(database);
        return dataSource;
    }
}
