package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.schema.MalformedNameException;
import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences that a statement calls by name, and those of the defaults of the table that it fills. */
final class SequenceRights implements RightsRule {

    private static final String ON_SEQUENCE = """
            SELECT 'SEQUENCE ' || pg_catalog.format('%%I.%%I', n.nspname, c.relname), pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid = %s
               AND CASE c.relkind WHEN 'S' THEN NOT pg_catalog.has_sequence_privilege(?, c.oid, 'USAGE, UPDATE')
                                  ELSE false END
             ORDER BY 1
            """;

    /** An identity needs no right. */
    private static final String OF_DEFAULTS = """
            ANY (ARRAY(SELECT d.refobjid FROM pg_catalog.pg_attrdef a
                         JOIN pg_catalog.pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = a.oid
                          AND d.refclassid = 'pg_class'::regclass
                        WHERE a.adrelid = ?::oid))""";

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        List<Ungranted> found = new ArrayList<>();
        for (QualifiedName name : called(asked.words())) {
            found.addAll(asked.ungranted(
                    "USAGE, UPDATE", ON_SEQUENCE.formatted("pg_catalog.to_regclass(?)"), name.quoted(), asked.role()));
        }
        boolean fills = asked.words().at(0, "INSERT") || asked.words().at(0, "COPY");
        Optional<Relation> table = fills && found.isEmpty() ? asked.table() : Optional.empty();
        if (table.isPresent()) {
            found.addAll(asked.ungranted(
                    "USAGE", ON_SEQUENCE.formatted(OF_DEFAULTS), table.get().oid(), asked.role()));
        }
        return found;
    }

    /** Those whose functions are called with their names. */
    static List<QualifiedName> called(Words words) {
        List<QualifiedName> names = new ArrayList<>();
        for (String function : List.of("nextval", "setval", "currval")) {
            for (int call = words.find(0, function, "("); call >= 0; call = words.find(call + 1, function, "(")) {
                String text = words.between(call + 2, Math.min(call + 3, words.size()));
                if (text.matches("'.+'")) {
                    parsed(text.substring(1, text.length() - 1).replace("''", "'"))
                            .ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private static Optional<QualifiedName> parsed(String text) {
        try {
            return Optional.of(QualifiedName.parse(text));
        } catch (MalformedNameException otherThanAName) {
            return Optional.empty();
        }
    }
}
