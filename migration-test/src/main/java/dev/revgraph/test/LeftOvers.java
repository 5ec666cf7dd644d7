package dev.revgraph.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases that nobody needs any more: of runs that were killed, and templates that no run has used since the day before
 * yesterday. They are known by their names; of a database that belongs to a living run the session is seen that bears
 * the name which it begins with, whatever database that session is in.
 */
final class LeftOvers {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);

    private static final String FIND = """
            SELECT d.datname::text
              FROM pg_catalog.pg_database d
             WHERE pg_catalog.pg_has_role(d.datdba, 'MEMBER')
               AND (d.datname ~ '^revgraph_test_[0-9a-f]{8}_[0-9a-z]+$'
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a
                                     WHERE a.datname = d.datname
                                        OR a.application_name = pg_catalog.substr(d.datname, 1, 22))
                 OR d.datname ~ '^revgraph_template_[0-9a-f]+$'
                    AND pg_catalog.substring(pg_catalog.shobj_description(d.oid, 'pg_database'), '[0-9]{4}-[0-9]{2}-[0-9]{2}')
                        < pg_catalog.to_char((CURRENT_TIMESTAMP AT TIME ZONE 'UTC') - interval '1 day', 'YYYY-MM-DD'))
             ORDER BY 1
            """;

    private static final String OF_RUN =
            "SELECT datname::text FROM pg_catalog.pg_database WHERE pg_catalog.starts_with(datname::text, '%s_') ORDER BY 1";

    private LeftOvers() {}

    /** Drops them, as far as the role may. */
    static void drop(Connection connection) throws SQLException {
        drop(connection, FIND);
    }

    /** Drops those of one run, which ends. */
    static void dropOf(String run, Connection connection) throws SQLException {
        drop(connection, OF_RUN.formatted(run));
    }

    private static void drop(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String name : names) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + Server.quoted(name));
            } catch (SQLException usedAgain) {
                LOG.debug("The database \"{}\" stays: {}", name, usedAgain.getMessage());
            }
        }
    }

    /** The statement that says of a template that it is in use. */
    static String usedToday(String template) {
        return "COMMENT ON DATABASE " + Server.quoted(template) + " IS 'Copied by tests of migrations, last on "
                + LocalDate.now(ZoneOffset.UTC) + "'";
    }
}
