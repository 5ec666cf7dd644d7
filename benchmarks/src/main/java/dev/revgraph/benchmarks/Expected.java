package dev.revgraph.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Looks whether a tool has done its work: a quick result that is a wrong one does not count. */
final class Expected {

    private static final String OBJECTS = """
            SELECT (SELECT count(*) FROM pg_catalog.pg_class WHERE relkind = 'r' AND relname LIKE 'item\\_%')
                 + (SELECT count(*) FROM pg_catalog.pg_attribute WHERE attname = 'amount')
                 + (SELECT count(*) FROM pg_catalog.pg_class WHERE relkind = 'i' AND relname LIKE 'item\\_%\\_name')
            """;

    private Expected() {}

    static void require(DataSource database, int changes) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OBJECTS)) {
            row.next();
            if (row.getInt(1) != changes) {
                throw new IllegalStateException("The database shows " + row.getInt(1) + " of " + changes + " changes.");
            }
        }
    }
}
