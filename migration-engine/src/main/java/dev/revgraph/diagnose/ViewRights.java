package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A view reads with the rights of its owner, who may lack them. */
final class ViewRights implements RightsRule {

    private static final String BELOW_VIEW = """
            SELECT DISTINCT 'TABLE ' || pg_catalog.format('%I.%I', n.nspname, t.relname),
                   pg_catalog.pg_get_userbyid(t.relowner), pg_catalog.pg_get_userbyid(v.relowner)
              FROM pg_catalog.pg_class v
              JOIN pg_catalog.pg_rewrite r ON r.ev_class = v.oid
              JOIN pg_catalog.pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
               AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
              JOIN pg_catalog.pg_class t ON t.oid = d.refobjid AND t.relkind IN ('r', 'p', 'v', 'm', 'f')
              JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
             WHERE v.oid = ?::oid AND v.relkind IN ('v', 'm')
               AND NOT coalesce(v.reloptions::text LIKE '%security_invoker=%', false)
               AND NOT pg_catalog.has_table_privilege(v.relowner, t.oid, 'SELECT')
               AND NOT pg_catalog.has_any_column_privilege(v.relowner, t.oid, 'SELECT')
             ORDER BY 1
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        List<Ungranted> found = new ArrayList<>();
        List<Named> read = new ArrayList<>(Reads.in(asked));
        if (asked.words().at(0, "REFRESH", "MATERIALIZED", "VIEW")) {
            asked.words().name(asked.words().skip(3, "CONCURRENTLY")).ifPresent(read::add);
        }
        for (Named name : read) {
            Optional<Relation> view = asked.look().relation(name.name());
            if (view.isPresent() && found.isEmpty()) {
                asked.look().attempt(BELOW_VIEW, view.get().oid()).stream()
                        .map(row -> new Ungranted("SELECT", row.get(0), row.get(1), row.get(2)))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
