package dev.revgraph.diagnose;

import dev.revgraph.schema.QualifiedName;
import dev.revgraph.script.NearMiss;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was probably meant by a name that means nothing. */
final class NearNames {

    private static final String ELSEWHERE = """
            SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = ? AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
             ORDER BY 1
            """;

    private static final String VISIBLE = """
            SELECT c.relname FROM pg_catalog.pg_class c
             WHERE pg_catalog.pg_table_is_visible(c.oid) AND pg_catalog.strpos(?, c.relkind::text) > 0
               AND c.relnamespace <> 'pg_catalog'::regnamespace
             ORDER BY 1
            """;

    private NearNames() {}

    /** Relations of the same name in schemas that are not on the search path, as SQL. */
    static List<String> elsewhere(Look look, QualifiedName name) throws SQLException {
        return look.list(ELSEWHERE, name.name().name());
    }

    /** @param kinds as in {@code relkind}, one letter for each */
    static Optional<String> relation(Look look, QualifiedName name, String kinds) throws SQLException {
        return NearMiss.of(name.name().name(), look.list(VISIBLE, kinds));
    }

    static String searchPath(Look look) throws SQLException {
        return look.list("SHOW search_path").get(0);
    }
}
