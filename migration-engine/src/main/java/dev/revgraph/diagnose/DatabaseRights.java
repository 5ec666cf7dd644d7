package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import java.sql.SQLException;
import java.util.List;

/** Temporary tables, and what is made in the database itself: schemas, publications, extensions that are trusted. */
final class DatabaseRights implements RightsRule {

    private static final String ON_DATABASE = """
            SELECT 'DATABASE ' || pg_catalog.quote_ident(datname), pg_catalog.pg_get_userbyid(datdba)
              FROM pg_catalog.pg_database
             WHERE datname = pg_catalog.current_database() AND NOT pg_catalog.has_database_privilege(?, oid, ?)
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        if (asked.makesTemporary()) {
            return asked.ungranted("TEMPORARY", ON_DATABASE, asked.role(), "TEMPORARY");
        }
        boolean renames =
                words.at(0, "ALTER", "SCHEMA") && (words.find(3, "RENAME") >= 0 || words.find(3, "OWNER") >= 0);
        boolean makes = words.at(0, "CREATE", "SCHEMA")
                || words.at(0, "CREATE", "PUBLICATION")
                || renames
                || ExtensionRights.trusted(asked);
        return makes ? asked.ungranted("CREATE", ON_DATABASE, asked.role(), "CREATE") : List.of();
    }
}
