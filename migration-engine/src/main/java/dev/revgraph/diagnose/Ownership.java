package dev.revgraph.diagnose;

import dev.revgraph.diagnose.MissingRight.Lack;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a statement alters or drops, which only the owner may do, and a role is not. */
final class Ownership {

    private static final String OWNED = """
            SELECT 'TABLE ' || c.oid::regclass, pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c
             WHERE c.oid = ?::oid AND NOT pg_catalog.pg_has_role(?, c.relowner, 'USAGE')
            """;

    private static final String OWNED_TYPE = """
            SELECT 'TYPE ' || t.oid::regtype, pg_catalog.pg_get_userbyid(t.typowner)
              FROM pg_catalog.pg_type t
             WHERE t.oid = pg_catalog.to_regtype(?) AND NOT pg_catalog.pg_has_role(?, t.typowner, 'USAGE')
            """;

    private static final String OWNED_FUNCTION = """
            SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || p.oid::regprocedure, pg_catalog.pg_get_userbyid(p.proowner)
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE p.proname = ? AND (n.nspname = ? OR (?::text IS NULL AND pg_catalog.pg_function_is_visible(p.oid)))
               AND NOT pg_catalog.pg_has_role(?, p.proowner, 'USAGE')
             ORDER BY 1
            """;

    private static final String OWNED_SCHEMA = """
            SELECT 'SCHEMA ' || pg_catalog.quote_ident(nspname), pg_catalog.pg_get_userbyid(nspowner)
              FROM pg_catalog.pg_namespace
             WHERE nspname = ? AND NOT pg_catalog.pg_has_role(?, nspowner, 'USAGE')
            """;

    private final Look look;
    private final Words words;
    private final String role;

    Ownership(Look look, Words words, String role) {
        this.look = look;
        this.words = words;
        this.role = role;
    }

    /** What is altered or dropped. */
    List<Lack> lacking() throws SQLException {
        boolean alters = words.at(0, "ALTER", "TABLE")
                || words.at(0, "ALTER", "SEQUENCE")
                || words.at(0, "CREATE", "INDEX")
                || words.at(0, "CREATE", "UNIQUE", "INDEX")
                || words.at(0, "CREATE", "POLICY")
                || words.at(0, "DROP");
        List<Named> relations = new ArrayList<>(words.allDropped());
        if (alters) {
            (words.at(0, "ALTER", "SEQUENCE") ? words.name(words.skip(2, "IF", "EXISTS")) : words.table())
                    .ifPresent(relations::add);
        }
        List<Lack> found = new ArrayList<>();
        for (Named name : relations) {
            Optional<Relation> relation = look.relation(name.name());
            if (relation.isPresent()) {
                found.addAll(lacks(OWNED, relation.get().oid(), role));
            }
        }
        for (Thing thing : changed()) {
            String schema =
                    thing.name().schema() == null ? null : thing.name().schema().name();
            String name = thing.name().name().name();
            switch (thing.kind()) {
                case TYPE -> found.addAll(lacks(OWNED_TYPE, thing.name().quoted(), role));
                case FUNCTION -> found.addAll(NeededRights.onlyOne(lacks(OWNED_FUNCTION, name, schema, schema, role)));
                case SCHEMA -> found.addAll(lacks(OWNED_SCHEMA, name, role));
                default -> {}
            }
        }
        return found;
    }

    private List<Thing> changed() {
        if (words.at(0, "DROP")) {
            return Thing.dropped(words);
        }
        if (words.at(0, "CREATE", "OR")) {
            return Thing.created(words);
        }
        return words.at(0, "ALTER") && !words.at(1, "TABLE")
                ? Thing.dropped(Words.of("DROP " + words.between(1, words.size())))
                : List.of();
    }

    private List<Lack> lacks(String query, @Nullable Object... values) throws SQLException {
        return look.attempt(query, values).stream()
                .map(row -> new Lack("", row.get(0), row.get(1)))
                .toList();
    }
}
