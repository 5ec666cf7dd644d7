package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Functions that a statement calls, or makes a trigger of. */
final class FunctionRights implements RightsRule {

    private static final String ON_FUNCTION = """
            SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || i.identity,
                   pg_catalog.pg_get_userbyid(p.proowner)
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace,
                   pg_catalog.pg_identify_object('pg_proc'::regclass, p.oid, 0) AS i
             WHERE p.proname = ? AND (n.nspname = ? OR (?::text IS NULL AND pg_catalog.pg_function_is_visible(p.oid)))
               AND NOT pg_catalog.has_function_privilege(?, p.oid, 'EXECUTE')
             ORDER BY 1
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        // Each name once: rows that are inserted may call the same function by the thousand.
        Set<QualifiedName> names = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Named> name = words.name(i);
            if (name.isPresent() && words.at(name.get().next(), "(") && !isOther(words, i)) {
                names.add(name.get().name());
            }
        }
        Set<Ungranted> found = new LinkedHashSet<>();
        for (QualifiedName name : names) {
            String schema = Asked.schemaOf(name);
            found.addAll(asked.ungranted("EXECUTE", ON_FUNCTION, name.name().name(), schema, schema, asked.role()));
        }
        // A function may have several forms, and which one is meant is not known.
        return found.size() == 1 ? List.copyOf(found) : List.of();
    }

    /** Columns stand in parentheses too. */
    private static boolean isOther(Words words, int at) {
        return Stream.of(".", "TABLE", "INTO", "ON", "REFERENCES", "VIEW", "EXISTS")
                .anyMatch(word -> words.at(at - 1, word));
    }
}
