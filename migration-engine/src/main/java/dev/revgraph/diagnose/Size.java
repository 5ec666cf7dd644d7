package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How large something is, in words. */
final class Size {

    /** Partitions count; a table that nobody has analyzed has no estimate. */
    private static final String OF_TABLE = """
            WITH parts AS (
              SELECT ?::oid AS oid
               UNION
              SELECT relid FROM pg_catalog.pg_partition_tree(?::oid::regclass))
            SELECT pg_catalog.pg_size_pretty(sum(pg_catalog.pg_total_relation_size(p.oid))),
                   pg_catalog.pg_size_pretty(sum(pg_catalog.pg_indexes_size(p.oid))),
                   sum(CASE WHEN c.relkind IN ('r', 'm') THEN c.reltuples ELSE 0 END)::bigint,
                   bool_or(c.relkind IN ('r', 'm') AND c.reltuples < 0)
              FROM parts p JOIN pg_catalog.pg_class c ON c.oid = p.oid
            """;

    private Size() {}

    /** A sentence; nothing if the server does not say, as for a table that is locked. */
    static Optional<String> of(Look look, Relation table) throws SQLException {
        List<List<String>> found = look.attempt(OF_TABLE, table.oid(), table.oid());
        if (found.isEmpty() || found.get(0).get(0).isEmpty()) {
            return Optional.empty();
        }
        List<String> size = found.get(0);
        String rows = size.get(3).equals("t")
                ? ""
                : ", about " + size.get(2) + (size.get(2).equals("1") ? " row" : " rows");
        return Optional.of("The " + table.what() + " " + table.sql() + " has " + size.get(0) + " (" + size.get(1)
                + " of it are indexes)" + rows + ".");
    }
}
