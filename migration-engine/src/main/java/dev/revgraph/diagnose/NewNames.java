package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes a new name in the schema of a table without saying so: indexes, keys, renaming, moving, a new owner. */
final class NewNames implements RightsRule {

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        int moved = words.at(0, "ALTER") ? words.find(2, "SET", "SCHEMA") : -1;
        if (moved >= 0) {
            return words.name(moved + 2).isEmpty()
                    ? List.of()
                    : asked.ungranted(
                            "CREATE",
                            SchemaRights.ON_SCHEMA,
                            words.name(moved + 2).get().name().name().name(),
                            asked.role(),
                            "CREATE");
        }
        Optional<Relation> relation = Altered.relations(asked).stream().findFirst();
        if (relation.isEmpty()) {
            return List.of();
        }
        String schema = relation.get().schema();
        Optional<String> owner = RoleRights.newOwner(words);
        if (owner.isPresent()) {
            return new Asked(asked.look(), words, owner.get())
                    .ungranted("CREATE", SchemaRights.ON_SCHEMA, schema, owner.get(), "CREATE");
        }
        boolean names = words.at(0, "CREATE")
                || Stream.of("RENAME", "UNIQUE", "PRIMARY", "EXCLUDE", "IDENTITY", "serial", "bigserial", "smallserial")
                        .anyMatch(word -> words.find(2, word) >= 0);
        return names ? asked.ungranted("CREATE", SchemaRights.ON_SCHEMA, schema, asked.role(), "CREATE") : List.of();
    }
}
