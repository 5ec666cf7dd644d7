package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Foreign servers, and the wrappers that they are made with. */
final class ServerRights implements RightsRule {

    private static final String ON_SERVER = """
            SELECT 'FOREIGN SERVER ' || pg_catalog.quote_ident(srvname), pg_catalog.pg_get_userbyid(srvowner)
              FROM pg_catalog.pg_foreign_server
             WHERE srvname = ? AND NOT pg_catalog.has_server_privilege(?, oid, 'USAGE')
            """;

    private static final String ON_WRAPPER = """
            SELECT 'FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(fdwname), pg_catalog.pg_get_userbyid(fdwowner)
              FROM pg_catalog.pg_foreign_data_wrapper
             WHERE fdwname = ? AND NOT pg_catalog.has_foreign_data_wrapper_privilege(?, oid, 'USAGE')
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        if (words.at(0, "CREATE", "SERVER")) {
            int wrapper = words.find(2, "FOREIGN", "DATA", "WRAPPER");
            return wrapper < 0 ? List.of() : on(asked, ON_WRAPPER, wrapper + 3);
        }
        boolean uses = words.at(0, "CREATE", "FOREIGN", "TABLE")
                || words.at(0, "CREATE", "USER", "MAPPING")
                || words.at(0, "IMPORT", "FOREIGN", "SCHEMA");
        int server = uses ? words.find(2, "SERVER") : -1;
        return server < 0 ? List.of() : on(asked, ON_SERVER, server + 1);
    }

    private static List<Ungranted> on(Asked asked, String query, int at) throws SQLException {
        Optional<Named> name = asked.words().name(at);
        return name.isEmpty()
                ? List.of()
                : asked.ungranted("USAGE", query, name.get().name().name().name(), asked.role());
    }
}
