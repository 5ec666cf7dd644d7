package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The use of the schemas that a statement names, and the making of something in one of them. */
final class SchemaRights implements RightsRule {

    static final String ON_SCHEMA = """
            SELECT 'SCHEMA ' || pg_catalog.quote_ident(nspname), pg_catalog.pg_get_userbyid(nspowner)
              FROM pg_catalog.pg_namespace
             WHERE nspname = coalesce(?, pg_catalog.current_schema()::text)
               AND NOT pg_catalog.has_schema_privilege(?, oid, ?)
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        List<Ungranted> found = new ArrayList<>();
        for (String schema : named(asked)) {
            found.addAll(asked.ungranted("USAGE", ON_SCHEMA, schema, asked.role(), "USAGE"));
        }
        Optional<Named> made = asked.made();
        if (made.isPresent() && !asked.makesTemporary()) {
            found.addAll(asked.ungranted(
                    "CREATE", ON_SCHEMA, Asked.schemaOf(made.get().name()), asked.role(), "CREATE"));
        }
        return found;
    }

    /** What stands before a dot, unless it stands elsewhere without one, as a table or an alias does. */
    private static Set<String> named(Asked asked) {
        Words words = asked.words();
        Set<String> schemas = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<String> name = words.at(i - 1, ".") ? Optional.empty() : simple(words, i);
            if (name.isPresent()) {
                (words.at(i + 1, ".") ? schemas : others).add(name.get());
            }
        }
        schemas.removeAll(others);
        SequenceRights.called(words).stream()
                .map(QualifiedName::schema)
                .filter(schema -> schema != null)
                .forEach(schema -> schemas.add(schema.name()));
        return schemas;
    }

    private static Optional<String> simple(Words words, int index) {
        return words.tokens().get(index).name()
                ? Words.of(words.between(index, index + 1))
                        .name(0)
                        .map(named -> named.name().name().name())
                : Optional.empty();
    }
}
