package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where tables and indexes are stored. */
final class TablespaceRights implements RightsRule {

    private static final String ON_TABLESPACE = """
            SELECT 'TABLESPACE ' || pg_catalog.quote_ident(spcname), pg_catalog.pg_get_userbyid(spcowner)
              FROM pg_catalog.pg_tablespace
             WHERE spcname = ? AND NOT pg_catalog.has_tablespace_privilege(?, oid, 'CREATE')
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        List<Ungranted> found = new ArrayList<>();
        for (Named name : asked.behind("TABLESPACE")) {
            found.addAll(
                    asked.ungranted("CREATE", ON_TABLESPACE, name.name().name().name(), asked.role()));
        }
        return found;
    }
}
