package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The relations that only their owners may treat as a statement does. */
final class Altered {

    /** What the name of a relation stands behind, at the beginning of a statement. */
    private static final List<String[]> BEGINNINGS = Stream.of(
                    "ALTER TABLE",
                    "ALTER FOREIGN TABLE",
                    "ALTER VIEW",
                    "ALTER MATERIALIZED VIEW",
                    "ALTER INDEX",
                    "ALTER SEQUENCE",
                    "DROP TABLE",
                    "DROP FOREIGN TABLE",
                    "DROP VIEW",
                    "DROP MATERIALIZED VIEW",
                    "DROP INDEX",
                    "DROP SEQUENCE",
                    "REFRESH MATERIALIZED VIEW",
                    "CREATE OR REPLACE VIEW",
                    "REINDEX TABLE",
                    "REINDEX INDEX",
                    "CLUSTER",
                    "COMMENT ON TABLE",
                    "COMMENT ON FOREIGN TABLE",
                    "COMMENT ON VIEW",
                    "COMMENT ON MATERIALIZED VIEW",
                    "COMMENT ON INDEX",
                    "COMMENT ON SEQUENCE")
            .map(text -> text.split(" "))
            .toList();

    /** What belongs to a table that is named behind ON, FROM or TO. */
    private static final List<String> PARTS =
            List.of("TRIGGER", "POLICY", "RULE", "INDEX", "STATISTICS", "CONSTRAINT", "GRANT", "REVOKE");

    private Altered() {}

    static List<Relation> relations(Asked asked) throws SQLException {
        List<Relation> found = new ArrayList<>();
        for (Named name : names(asked.words())) {
            asked.look()
                    .relation(name.name())
                    .filter(relation -> !found.contains(relation))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<Named> names(Words words) {
        for (String[] beginning : BEGINNINGS) {
            if (words.at(0, beginning)) {
                List<Named> names = list(words, beginning.length);
                int attached = words.find(beginning.length, "ATTACH", "PARTITION");
                words.name(attached < 0 ? -1 : attached + 2).ifPresent(names::add);
                return names;
            }
        }
        if (words.at(0, "COMMENT", "ON", "COLUMN")) {
            return column(words);
        }
        if (words.created("TABLE").isPresent()) {
            int parent = words.find(0, "PARTITION", "OF");
            int parents = words.find(0, "INHERITS", "(");
            return parent >= 0 ? list(words, parent + 2) : parents >= 0 ? list(words, parents + 2) : new ArrayList<>();
        }
        return parts(words);
    }

    private static List<Named> parts(Words words) {
        int kind = words.at(0, "COMMENT", "ON")
                ? 2
                : words.skip(words.skip(words.skip(1, "OR", "REPLACE"), "UNIQUE"), "CONSTRAINT");
        // A trigger has a right of its own.
        boolean trigger = words.at(0, "CREATE") && words.at(kind, "TRIGGER");
        boolean part = PARTS.stream().anyMatch(word -> words.at(kind, word))
                && (words.at(0, "CREATE") || words.at(0, "ALTER") || words.at(0, "DROP") || words.at(0, "COMMENT"));
        if (!part || trigger) {
            return new ArrayList<>();
        }
        String before =
                words.at(kind, "STATISTICS") ? "FROM" : words.at(0, "CREATE") && words.at(kind, "RULE") ? "TO" : "ON";
        int at = words.find(kind + 1, before);
        return at < 0 ? new ArrayList<>() : list(words, at + 1);
    }

    private static List<Named> list(Words words, int from) {
        List<Named> names = new ArrayList<>();
        int at = words.skip(words.skip(words.skip(from, "CONCURRENTLY"), "IF", "EXISTS"), "ONLY");
        Optional<Named> name = words.name(at);
        while (name.isPresent()) {
            names.add(name.get());
            int next = name.get().next();
            name = words.at(0, "DROP") && words.at(next, ",") ? words.name(next + 1) : Optional.empty();
        }
        return names;
    }

    /** The last part of the name is the column's. */
    private static List<Named> column(Words words) {
        List<Named> names = new ArrayList<>();
        int end = words.find(3, "IS");
        if (end > 5) {
            Words.of(words.between(3, end - 2)).name(0).ifPresent(names::add);
        }
        return names;
    }
}
