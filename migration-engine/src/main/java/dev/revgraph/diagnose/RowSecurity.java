package dev.revgraph.diagnose;

import dev.revgraph.diagnose.ObjectKind.Existing;
import dev.revgraph.diagnose.Refusal.Barred;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies of a table that do not let a row in. */
final class RowSecurity implements RightsRule {

    private static final String HOLDS = """
            SELECT c.relforcerowsecurity, pg_catalog.quote_ident(r.rolname)
              FROM pg_catalog.pg_class c, pg_catalog.pg_roles r
             WHERE c.oid = ?::oid AND r.rolname = ? AND c.relrowsecurity AND NOT r.rolsuper AND NOT r.rolbypassrls
               AND (c.relforcerowsecurity OR NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE'))
            """;

    @Override
    public List<Barred> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        boolean writes = words.at(0, "INSERT") || words.at(0, "UPDATE") || words.at(0, "COPY") || words.at(0, "MERGE");
        Optional<Relation> table = writes ? asked.table() : Optional.empty();
        List<List<String>> holds = table.isEmpty()
                ? List.of()
                : asked.look().rows(HOLDS, table.get().oid(), asked.role());
        if (holds.isEmpty()) {
            return List.of();
        }
        List<Existing> policies = ObjectKind.POLICY.list(asked.look(), table.get());
        String shown = policies.isEmpty()
                ? " It has no policy, so no row is let in."
                : " Its policies: "
                        + String.join(
                                ", ",
                                policies.stream()
                                        .map(policy -> policy.sql() + " (" + policy.definition() + ")")
                                        .toList())
                        + ".";
        List<WayOut> ways = new ArrayList<>();
        ways.add(WayOut.of(
                "If migrations may write any row: let the role pass over policies, as a superuser.",
                "ALTER ROLE " + holds.get(0).get(1) + " BYPASSRLS"));
        ways.add(WayOut.of(
                "Otherwise write rows that a policy lets in, or make a policy for the role: `CREATE POLICY … ON "
                        + table.get().sql() + " TO " + holds.get(0).get(1) + " USING (…) WITH CHECK (…)`."));
        return List.of(new Barred(
                table.get().sql() + " has row-level security, which holds for the role \"" + asked.role() + "\""
                        + (holds.get(0).get(0).equals("t") ? ", owner or not" : "")
                        + ", and the statement writes a row that no policy lets in; no GRANT changes that." + shown,
                ways));
    }
}
