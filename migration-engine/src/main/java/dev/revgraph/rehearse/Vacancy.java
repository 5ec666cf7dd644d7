package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.model.SqlName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a database may be emptied: it is empty, or bears the mark of a command that was killed before it had tidied up.
 * Whoever names the wrong database loses nothing.
 */
final class Vacancy {

    /** As a comment of the database, which no comparison of schemas sees. */
    private static final String MARK = "revgraph shadow in use";

    private static final String COMMENT = """
            SELECT pg_catalog.shobj_description(d.oid, 'pg_database'), pg_catalog.pg_has_role(d.datdba, 'MEMBER')
              FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
            """;

    private static final String TENANTS = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                  AND d.objid = c.oid AND d.deptype = 'e')
             ORDER BY 1 LIMIT 5
            """;

    private Vacancy() {}

    /** Puts the mark on, where the role may. */
    static void require(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String comment;
            boolean owner;
            try (ResultSet row = statement.executeQuery(COMMENT)) {
                row.next();
                comment = row.getString(1);
                owner = row.getBoolean(2);
            }
            if (MARK.equals(comment)) {
                return;
            }
            List<String> tenants = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TENANTS)) {
                while (rows.next()) {
                    tenants.add(rows.getString(1));
                }
            }
            if (!tenants.isEmpty()) {
                throw new ShadowException(
                        ErrorCode.SHADOW_NOT_EMPTY,
                        "The database \"" + connection.getCatalog() + "\" is to be the shadow and holds "
                                + String.join(", ", tenants) + ". A shadow is emptied, so nothing has been done to it.",
                        "Name an empty database with `--shadow-url`, or leave that out to have one made.",
                        null);
            }
            if (owner && comment == null) {
                statement.execute(mark(connection) + SqlName.literal(MARK));
            }
        }
    }

    /** Leaves the database empty and without the mark. */
    static void restore(Connection connection) throws SQLException {
        CleanSweep.sweep(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COMMENT)) {
            row.next();
            if (MARK.equals(row.getString(1))) {
                statement.execute(mark(connection) + "NULL");
            }
        }
    }

    private static String mark(Connection connection) throws SQLException {
        return "COMMENT ON DATABASE " + SqlName.quoted(connection.getCatalog()) + " IS ";
    }
}
