package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement that is refused to a role. */
record Asked(Look look, Words words, String role) {

    /** @param query returns object and owner, for each that the role has no right to */
    List<Ungranted> ungranted(String right, String query, @Nullable Object... values) throws SQLException {
        return look.attempt(query, values).stream()
                .map(row -> new Ungranted(right, row.get(0), row.get(1), role))
                .distinct()
                .toList();
    }

    boolean isSuperuser() throws SQLException {
        return look.list("SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = ?", role)
                .contains("t");
    }

    int version() throws SQLException {
        return Integer.parseInt(look.list("SHOW server_version_num").get(0)) / 10_000;
    }

    /** What the statement is about, as SQL has it; nothing if it is not there. */
    Optional<Relation> table() throws SQLException {
        return words.table().isEmpty()
                ? Optional.empty()
                : look.relation(words.table().get().name());
    }

    /** The names behind a key word; those that follow with a comma as well. */
    List<Named> behind(String keyword) {
        List<Named> names = new ArrayList<>();
        for (int i = words.find(0, keyword); i >= 0; i = words.find(i + 1, keyword)) {
            Optional<Named> name = words.name(words.skip(i + 1, "ONLY"));
            while (name.isPresent()) {
                names.add(name.get());
                int next = name.get().next();
                name = words.at(next, ",") ? words.name(words.skip(next + 1, "ONLY")) : Optional.empty();
            }
        }
        return names;
    }

    /** What the statement makes in a schema; an index is made in that of its table. */
    Optional<Named> made() {
        if (!words.at(0, "CREATE")) {
            return Optional.empty();
        }
        return Stream.of("TABLE", "VIEW", "SEQUENCE")
                .map(words::created)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Thing.created(words).stream()
                        .filter(thing -> thing.kind() == ObjectKind.TYPE || thing.kind() == ObjectKind.FUNCTION)
                        .map(thing -> new Named(thing.name(), thing.first(), thing.next()))
                        .findFirst());
    }

    boolean makesTemporary() {
        int at = words.skip(words.skip(words.skip(1, "OR", "REPLACE"), "LOCAL"), "GLOBAL");
        return words.at(0, "CREATE") && (words.at(at, "TEMP") || words.at(at, "TEMPORARY"));
    }

    static @Nullable String schemaOf(QualifiedName name) {
        return name.schema() == null ? null : name.schema().name();
    }
}
