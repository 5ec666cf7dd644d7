package dev.revgraph.backup;

import dev.revgraph.schema.model.SqlName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts one database in the place of another. Both are renamed in one transaction: whoever connects finds the old one or
 * the new one, and a failure leaves the old one where it is.
 */
final class Swap {

    private static final int ATTEMPTS = 10;

    /** Somebody has connected between the end of the sessions and the renaming. */
    private static final String IN_USE = "55006";

    private static final String END_SESSIONS = """
            SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity
             WHERE datname = %s AND pid <> pg_catalog.pg_backend_pid()
            """;

    /** What belongs to a database and not to what is in it. Lists are stored as they are typed, other settings as they are meant. */
    private static final String OF_ITS_OWN = """
            SELECT command FROM (
                SELECT 1 AS step, pg_catalog.format('ALTER DATABASE %1$s OWNER TO %%I', r.rolname) AS command
                  FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.oid = d.datdba
                 WHERE d.datname = %2$s AND r.rolname <> current_user
                UNION ALL
                SELECT 2, pg_catalog.format('ALTER DATABASE %1$s CONNECTION LIMIT %%s', d.datconnlimit)
                  FROM pg_catalog.pg_database d WHERE d.datname = %2$s AND d.datconnlimit >= 0
                UNION ALL
                SELECT 2, pg_catalog.format('COMMENT ON DATABASE %1$s IS %%L', pg_catalog.shobj_description(d.oid, 'pg_database'))
                  FROM pg_catalog.pg_database d
                 WHERE d.datname = %2$s AND pg_catalog.shobj_description(d.oid, 'pg_database') IS NOT NULL
                UNION ALL
                SELECT 2, pg_catalog.format(
                           CASE WHEN s.setrole = 0 THEN 'ALTER DATABASE %1$s SET %%2$I TO %%3$s'
                                ELSE 'ALTER ROLE %%1$I IN DATABASE %1$s SET %%2$I TO %%3$s' END,
                           r.rolname, pg_catalog.split_part(c, '=', 1),
                           CASE WHEN pg_catalog.split_part(c, '=', 1) IN ('search_path', 'session_preload_libraries',
                                         'local_preload_libraries', 'temp_tablespaces')
                                     AND pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1) <> ''
                                THEN pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1)
                                ELSE pg_catalog.quote_literal(pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1)) END)
                  FROM pg_catalog.pg_db_role_setting s
                  JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
                  LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole,
                       pg_catalog.unnest(s.setconfig) AS c
                 WHERE d.datname = %2$s
                UNION ALL
                SELECT 3, 'REVOKE ALL ON DATABASE %1$s FROM PUBLIC'
                  FROM pg_catalog.pg_database d WHERE d.datname = %2$s AND d.datacl IS NOT NULL
                UNION ALL
                SELECT 4, pg_catalog.format('GRANT %%s ON DATABASE %1$s TO %%s%%s', a.privilege_type,
                           CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(g.rolname) END,
                           CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                  FROM pg_catalog.pg_database d, pg_catalog.aclexplode(d.datacl) AS a
                  LEFT JOIN pg_catalog.pg_roles g ON g.oid = a.grantee
                 WHERE d.datname = %2$s AND a.grantee <> d.datdba
            ) AS commands
             ORDER BY step, command
            """;

    private Swap() {}

    /** Gives the fresh database what belongs to the old one itself: owner, settings, grants, comment. */
    static void copySettings(Connection elsewhere, String old, String fresh) throws SQLException {
        List<String> commands = new ArrayList<>();
        try (Statement statement = elsewhere.createStatement()) {
            String ask = OF_ITS_OWN.formatted(
                    SqlName.quoted(fresh).replace("'", "''").replace("%", "%%"), SqlName.literal(old));
            try (ResultSet rows = statement.executeQuery(ask)) {
                while (rows.next()) {
                    commands.add(rows.getString(1));
                }
            }
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /**
     * Renames: the old one to {@code aside}, the fresh one to the old one's name.
     *
     * @param elsewhere a connection to neither of them
     */
    static void take(Connection elsewhere, String old, String aside, String fresh)
            throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                endSessions(elsewhere, old);
                endSessions(elsewhere, fresh);
                elsewhere.setAutoCommit(false);
                try (Statement statement = elsewhere.createStatement()) {
                    statement.execute(rename(old, aside));
                    statement.execute(rename(fresh, old));
                }
                elsewhere.commit();
                return;
            } catch (SQLException failure) {
                elsewhere.rollback();
                if (!IN_USE.equals(failure.getSQLState()) || attempt == ATTEMPTS) {
                    throw failure;
                }
                Thread.sleep(100L * attempt);
            } finally {
                elsewhere.setAutoCommit(true);
            }
        }
    }

    private static void endSessions(Connection elsewhere, String database) throws SQLException {
        try (Statement statement = elsewhere.createStatement()) {
            statement.execute(END_SESSIONS.formatted(SqlName.literal(database)));
        }
    }

    static String rename(String from, String to) {
        return "ALTER DATABASE " + SqlName.quoted(from) + " RENAME TO " + SqlName.quoted(to);
    }
}
