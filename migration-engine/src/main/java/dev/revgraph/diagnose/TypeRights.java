package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types that a statement makes something of; a value of one needs no right. */
final class TypeRights implements RightsRule {

    private static final String ON_TYPE = """
            SELECT 'TYPE ' || pg_catalog.format('%I.%I', n.nspname, t.typname), pg_catalog.pg_get_userbyid(t.typowner)
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             WHERE t.oid = pg_catalog.to_regtype(?) AND t.typrelid = 0
               AND NOT pg_catalog.has_type_privilege(?, t.oid, 'USAGE')
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        Set<String> names = new LinkedHashSet<>();
        boolean makes = words.at(0, "CREATE") || words.at(0, "ALTER");
        for (int i = 1; makes && i < words.size(); i++) {
            Optional<Named> name = words.at(i - 1, ".") ? Optional.empty() : words.name(i);
            name.ifPresent(named -> names.add(named.name().quoted()));
        }
        Set<Ungranted> found = new LinkedHashSet<>();
        for (String name : names) {
            found.addAll(asked.ungranted("USAGE", ON_TYPE, name, asked.role()));
        }
        return List.copyOf(found);
    }
}
