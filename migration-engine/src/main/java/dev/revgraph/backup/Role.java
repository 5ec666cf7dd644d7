package dev.revgraph.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Who is connected. */
record Role(String name, boolean superuser) {

    private static final String ASK = "SELECT rolname, rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user";

    static Role of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            return new Role(row.getString(1), row.getBoolean(2));
        }
    }
}
