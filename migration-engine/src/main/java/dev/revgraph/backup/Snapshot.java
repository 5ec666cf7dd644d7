package dev.revgraph.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a backup is of: one moment of a database, which holds as long as the transaction that took it.
 *
 * @param id what the program is told, so that it reads the same moment
 * @param tableBytes what the tables take, without their indexes
 */
record Snapshot(String database, String serverVersion, String id, long tableBytes) {

    /** What follows is asked in one snapshot, which the program reads in too; meanwhile the session waits, however long. */
    private static final String BEGIN = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL row_security = off;
            SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0
            """;

    private static final String ASK = """
            SELECT pg_catalog.current_database(), pg_catalog.current_setting('server_version'),
                   pg_catalog.pg_export_snapshot(),
                   (SELECT coalesce(sum(pg_catalog.pg_table_size(c.oid)), 0)::bigint FROM pg_catalog.pg_class c
                     WHERE c.relkind IN ('r', 'm'))
            """;

    /** Begins the transaction; the connection commits nothing by itself. */
    static Snapshot take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
            try (ResultSet row = statement.executeQuery(ASK)) {
                row.next();
                return new Snapshot(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
            }
        }
    }
}
