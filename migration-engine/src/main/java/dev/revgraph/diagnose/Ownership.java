package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.NotOwner;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a statement alters or drops, which only the owner may do, and a role is not. */
final class Ownership implements RightsRule {

    private static final String OF_RELATION = """
            SELECT i.identity, pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c, pg_catalog.pg_identify_object('pg_class'::regclass, c.oid, 0) AS i
             WHERE c.oid = ?::oid AND NOT pg_catalog.pg_has_role(?, c.relowner, 'USAGE')
            """;

    private static final String OF_FUNCTION = """
            SELECT i.identity, pg_catalog.pg_get_userbyid(p.proowner)
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace,
                   pg_catalog.pg_identify_object('pg_proc'::regclass, p.oid, 0) AS i
             WHERE p.proname = ? AND (n.nspname = ? OR (?::text IS NULL AND pg_catalog.pg_function_is_visible(p.oid)))
               AND NOT pg_catalog.pg_has_role(?, p.proowner, 'USAGE')
             ORDER BY 1
            """;

    private static final String OF_OTHERS = """
            SELECT i.identity, pg_catalog.pg_get_userbyid(o.owner)
              FROM pg_catalog.pg_get_object_address(?, ?::text[], '{}') AS a,
                   pg_catalog.pg_identify_object(a.classid, a.objid, 0) AS i,
                   LATERAL (
                     SELECT 'pg_type'::regclass AS class, oid, typowner AS owner FROM pg_catalog.pg_type
                     UNION ALL SELECT 'pg_namespace'::regclass, oid, nspowner FROM pg_catalog.pg_namespace
                     UNION ALL SELECT 'pg_extension'::regclass, oid, extowner FROM pg_catalog.pg_extension
                     UNION ALL SELECT 'pg_collation'::regclass, oid, collowner FROM pg_catalog.pg_collation
                     UNION ALL SELECT 'pg_language'::regclass, oid, lanowner FROM pg_catalog.pg_language
                     UNION ALL SELECT 'pg_foreign_server'::regclass, oid, srvowner FROM pg_catalog.pg_foreign_server
                     UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, fdwowner
                                 FROM pg_catalog.pg_foreign_data_wrapper
                     UNION ALL SELECT 'pg_publication'::regclass, oid, pubowner FROM pg_catalog.pg_publication
                     UNION ALL SELECT 'pg_event_trigger'::regclass, oid, evtowner FROM pg_catalog.pg_event_trigger
                     UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxowner FROM pg_catalog.pg_statistic_ext
                     UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgowner FROM pg_catalog.pg_ts_config
                     UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictowner FROM pg_catalog.pg_ts_dict
                     UNION ALL SELECT 'pg_database'::regclass, oid, datdba FROM pg_catalog.pg_database
                     UNION ALL SELECT 'pg_tablespace'::regclass, oid, spcowner FROM pg_catalog.pg_tablespace) AS o
             WHERE o.class = a.classid AND o.oid = a.objid AND NOT pg_catalog.pg_has_role(?, o.owner, 'USAGE')
            """;

    /** How the server calls what a statement calls so. */
    private static final Map<String, String> KINDS = kinds();

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String kind : List.of(
                "TYPE",
                "SCHEMA",
                "EXTENSION",
                "COLLATION",
                "LANGUAGE",
                "SERVER",
                "PUBLICATION",
                "EVENT TRIGGER",
                "TEXT SEARCH CONFIGURATION",
                "TEXT SEARCH DICTIONARY",
                "DATABASE",
                "TABLESPACE")) {
            kinds.put(kind, kind.toLowerCase(Locale.ROOT));
        }
        kinds.put("DOMAIN", "type");
        kinds.put("STATISTICS", "statistics object");
        kinds.put("FOREIGN SERVER", "server");
        kinds.put("FOREIGN DATA WRAPPER", "foreign-data wrapper");
        return kinds;
    }

    @Override
    public List<NotOwner> refused(Asked asked) throws SQLException {
        List<NotOwner> found = new ArrayList<>();
        for (Relation relation : Altered.relations(asked)) {
            found.addAll(owned(asked, OF_RELATION, relation.oid(), asked.role()));
        }
        Words words = asked.words();
        int kind = words.at(0, "COMMENT", "ON") ? 2 : words.at(0, "CREATE", "OR", "REPLACE") ? 3 : 1;
        boolean changes = kind > 1 || words.at(0, "ALTER") || words.at(0, "DROP");
        if (words.at(0, "GRANT") || words.at(0, "REVOKE")) {
            return granted(asked);
        }
        return found.isEmpty() && changes ? named(asked, kind) : found;
    }

    /** Who may grant nothing on an object is neither its owner nor has been given it to pass on. */
    private static List<NotOwner> granted(Asked asked) throws SQLException {
        int on = asked.words().find(1, "ON");
        if (on < 0 || asked.words().at(on + 1, "ALL")) {
            return List.of();
        }
        List<NotOwner> others = named(asked, on + 1);
        Optional<Named> name =
                asked.words().name(asked.words().skip(asked.words().skip(on + 1, "TABLE"), "SEQUENCE"));
        Optional<Relation> relation = others.isEmpty() && name.isPresent()
                ? asked.look().relation(name.get().name())
                : Optional.empty();
        return relation.isPresent() ? owned(asked, OF_RELATION, relation.get().oid(), asked.role()) : others;
    }

    private static List<NotOwner> named(Asked asked, int at) throws SQLException {
        Words words = asked.words();
        for (String function : List.of("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE")) {
            Optional<Named> name =
                    words.at(at, function) ? words.name(words.skip(at + 1, "IF", "EXISTS")) : Optional.empty();
            if (name.isPresent()) {
                String schema = Asked.schemaOf(name.get().name());
                List<NotOwner> owned =
                        owned(asked, OF_FUNCTION, name.get().name().name().name(), schema, schema, asked.role());
                // It may have several forms, and which one is meant is not known.
                return owned.size() == 1 ? owned : List.of();
            }
        }
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            String[] noun = kind.getKey().split(" ");
            Optional<Named> name =
                    words.at(at, noun) ? words.name(words.skip(at + noun.length, "IF", "EXISTS")) : Optional.empty();
            if (name.isPresent()) {
                boolean type = kind.getValue().equals("type");
                return owned(asked, OF_OTHERS, kind.getValue(), array(name.get(), type), asked.role());
            }
        }
        return List.of();
    }

    /** The parts of a name as an array; a type is one text of SQL. */
    private static String array(Named name, boolean type) {
        if (type) {
            return "{" + element(name.name().quoted()) + "}";
        }
        String schema = Asked.schemaOf(name.name());
        return "{" + (schema == null ? "" : element(schema) + ",")
                + element(name.name().name().name()) + "}";
    }

    private static String element(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<NotOwner> owned(Asked asked, String query, @Nullable Object... values) throws SQLException {
        return asked.look().attempt(query, values).stream()
                .map(row -> new NotOwner(row.get(0), row.get(1)))
                .toList();
    }
}
