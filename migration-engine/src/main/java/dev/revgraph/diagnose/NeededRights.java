package dev.revgraph.diagnose;

import dev.revgraph.diagnose.MissingRight.Lack;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a statement certainly needs the right to, as far as its words say, and a role has not. */
final class NeededRights {

    private static final String ON_SCHEMA = """
            SELECT 'SCHEMA ' || pg_catalog.quote_ident(nspname), pg_catalog.pg_get_userbyid(nspowner)
              FROM pg_catalog.pg_namespace
             WHERE nspname = coalesce(?, pg_catalog.current_schema()::text)
               AND NOT pg_catalog.has_schema_privilege(?, oid, ?)
            """;

    private static final String ON_DATABASE = """
            SELECT 'DATABASE ' || pg_catalog.quote_ident(datname), pg_catalog.pg_get_userbyid(datdba)
              FROM pg_catalog.pg_database
             WHERE datname = pg_catalog.current_database() AND NOT pg_catalog.has_database_privilege(?, oid, ?)
            """;

    /** A right to one column may be all that is needed; which one is not known. */
    private static final String ON_TABLE = """
            SELECT 'TABLE ' || c.oid::regclass, pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c
             WHERE c.oid = ?::oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
               AND NOT pg_catalog.has_table_privilege(?, c.oid, ?)
               AND CASE WHEN ? IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                        THEN NOT pg_catalog.has_any_column_privilege(?, c.oid, ?) ELSE true END
            """;

    private static final String ON_SEQUENCE = """
            SELECT 'SEQUENCE ' || c.oid::regclass, pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c
             WHERE c.oid = %s
               AND CASE c.relkind WHEN 'S' THEN NOT pg_catalog.has_sequence_privilege(?, c.oid, 'USAGE, UPDATE')
                                  ELSE false END
             ORDER BY 1
            """;

    /** Those of the defaults; an identity needs no right. */
    private static final String OF_DEFAULTS = """
            ANY (ARRAY(SELECT d.refobjid FROM pg_catalog.pg_attrdef a
                         JOIN pg_catalog.pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = a.oid
                          AND d.refclassid = 'pg_class'::regclass
                        WHERE a.adrelid = ?::oid))""";

    private static final String ON_FUNCTION = """
            SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || p.oid::regprocedure, pg_catalog.pg_get_userbyid(p.proowner)
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE p.proname = ? AND (n.nspname = ? OR (?::text IS NULL AND pg_catalog.pg_function_is_visible(p.oid)))
               AND NOT pg_catalog.has_function_privilege(?, p.oid, 'EXECUTE')
             ORDER BY 1
            """;

    private static final String ON_TYPE = """
            SELECT 'TYPE ' || t.oid::regtype, pg_catalog.pg_get_userbyid(t.typowner)
              FROM pg_catalog.pg_type t
             WHERE t.oid = pg_catalog.to_regtype(?) AND t.typrelid = 0 AND NOT pg_catalog.has_type_privilege(?, t.oid, 'USAGE')
            """;

    private final Look look;
    private final Words words;
    private final String role;

    NeededRights(Look look, Words words, String role) {
        this.look = look;
        this.words = words;
        this.role = role;
    }

    /** The first kind of right that is missing: without one to a schema, what is in it cannot be looked at. */
    List<Lack> lacking() throws SQLException {
        List<Lack> found = schemas();
        found = found.isEmpty() ? database() : found;
        found = found.isEmpty() ? new Ownership(look, words, role).lacking() : found;
        found = found.isEmpty() ? tables() : found;
        found = found.isEmpty() ? sequences() : found;
        found = found.isEmpty() ? functions() : found;
        return found.isEmpty() ? types() : found;
    }

    private List<Lack> schemas() throws SQLException {
        List<Lack> found = new ArrayList<>();
        Optional<Named> made = made();
        List<Named> names = new ArrayList<>(words.allDropped());
        Stream.of(words.table(), made).flatMap(Optional::stream).forEach(names::add);
        names.addAll(behind("FROM", "JOIN", "REFERENCES"));
        List<String> schemas = names.stream()
                .map(name -> name.name().schema())
                .filter(schema -> schema != null)
                .map(schema -> schema.name())
                .distinct()
                .toList();
        for (String schema : schemas) {
            found.addAll(lacks("USAGE", ON_SCHEMA, schema, role, "USAGE"));
        }
        if (made.isPresent() && !isTemporary()) {
            found.addAll(lacks("CREATE", ON_SCHEMA, schemaOf(made.get()), role, "CREATE"));
        }
        return found;
    }

    /** What the statement makes in a schema. */
    private Optional<Named> made() {
        for (String kind : List.of("TABLE", "VIEW", "SEQUENCE")) {
            if (words.created(kind).isPresent()) {
                return words.created(kind);
            }
        }
        return Thing.created(words).stream()
                .filter(thing -> words.at(0, "CREATE"))
                .filter(thing -> thing.kind() == ObjectKind.TYPE || thing.kind() == ObjectKind.FUNCTION)
                .map(thing -> new Named(thing.name(), thing.first(), thing.next()))
                .findFirst();
    }

    private boolean isTemporary() {
        return words.at(1, "TEMP") || words.at(1, "TEMPORARY");
    }

    private static @Nullable String schemaOf(Named name) {
        return name.name().schema() == null ? null : name.name().schema().name();
    }

    private List<Lack> database() throws SQLException {
        if (words.at(0, "CREATE") && isTemporary()) {
            return lacks("TEMPORARY", ON_DATABASE, role, "TEMPORARY");
        }
        boolean trusted = words.at(0, "CREATE", "EXTENSION")
                && look.list(
                                        """
                        SELECT name FROM pg_catalog.pg_available_extension_versions WHERE name = ? AND trusted
                        """,
                                        Thing.created(words).stream()
                                                .map(thing ->
                                                        thing.name().name().name())
                                                .findFirst()
                                                .orElse(""))
                                .size()
                        > 0;
        return words.at(0, "CREATE", "SCHEMA") || trusted ? lacks("CREATE", ON_DATABASE, role, "CREATE") : List.of();
    }

    private List<Lack> tables() throws SQLException {
        List<Lack> found = new ArrayList<>();
        Optional<Relation> table = words.table().isEmpty()
                ? Optional.empty()
                : look.relation(words.table().get().name());
        for (String right : List.of("INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
            if (words.at(0, right) && table.isPresent()) {
                found.addAll(onTable(table.get(), right));
            }
        }
        boolean trigger = words.at(0, "CREATE")
                && Thing.created(words).stream().anyMatch(thing -> thing.kind() == ObjectKind.TRIGGER);
        if (trigger && table.isPresent()) {
            found.addAll(onTable(table.get(), "TRIGGER"));
        }
        for (Named name : behind("REFERENCES")) {
            Optional<Relation> referenced = look.relation(name.name());
            if (referenced.isPresent()) {
                found.addAll(onTable(referenced.get(), "REFERENCES"));
            }
        }
        if (words.at(0, "COPY") && words.find(2, "FROM") >= 0 && table.isPresent()) {
            found.addAll(onTable(table.get(), "INSERT"));
        }
        boolean readsNothing =
                words.created("VIEW").isPresent() || (words.at(0, "DELETE") && words.find(0, "WHERE") < 0);
        if (!found.isEmpty() || readsNothing) {
            return found;
        }
        for (Named name : behind("FROM", "JOIN")) {
            Optional<Relation> read = look.relation(name.name());
            if (read.isPresent()) {
                found.addAll(onTable(read.get(), "SELECT"));
            }
        }
        boolean looks = (words.at(0, "UPDATE") && words.find(0, "WHERE") >= 0) || words.find(0, "RETURNING") >= 0;
        if (looks && table.isPresent()) {
            found.addAll(onTable(table.get(), "SELECT"));
        }
        return found;
    }

    private List<Lack> onTable(Relation table, String right) throws SQLException {
        return lacks(right, ON_TABLE, table.oid(), role, right, right, role, right);
    }

    private List<Lack> sequences() throws SQLException {
        List<Lack> found = new ArrayList<>();
        for (String function : List.of("nextval", "setval", "currval")) {
            int call = words.find(0, function, "(");
            String name = call < 0 ? "" : words.between(call + 2, Math.min(call + 3, words.size()));
            if (name.matches("'[^']+'")) {
                found.addAll(lacks(
                        "USAGE, UPDATE",
                        ON_SEQUENCE.formatted("pg_catalog.to_regclass(?)"),
                        name.substring(1, name.length() - 1),
                        role));
            }
        }
        if (found.isEmpty()
                && (words.at(0, "INSERT") || words.at(0, "COPY"))
                && words.table().isPresent()) {
            Optional<Relation> table = look.relation(words.table().get().name());
            if (table.isPresent()) {
                found.addAll(lacks(
                        "USAGE", ON_SEQUENCE.formatted(OF_DEFAULTS), table.get().oid(), role));
            }
        }
        return found;
    }

    private List<Lack> functions() throws SQLException {
        List<Lack> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Named> name = words.name(i);
            if (name.isPresent() && words.at(name.get().next(), "(") && !words.at(i - 1, ".")) {
                String schema = schemaOf(name.get());
                List<Lack> lacks =
                        lacks("EXECUTE", ON_FUNCTION, name.get().name().name().name(), schema, schema, role);
                lacks.stream().filter(lack -> !found.contains(lack)).forEach(found::add);
            }
        }
        return onlyOne(found);
    }

    /** A function may have several forms, and which one is meant is not known. */
    static List<Lack> onlyOne(List<Lack> lacks) {
        return lacks.size() == 1 ? lacks : List.of();
    }

    private List<Lack> types() throws SQLException {
        List<Lack> found = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            Optional<Named> name = words.at(i - 1, ".") ? Optional.empty() : words.name(i);
            if (name.isPresent()) {
                lacks("USAGE", ON_TYPE, name.get().name().quoted(), role).stream()
                        .filter(lack -> !found.contains(lack))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<Named> behind(String... keywords) {
        List<Named> names = new ArrayList<>();
        for (String keyword : keywords) {
            for (int i = words.find(0, keyword); i >= 0; i = words.find(i + 1, keyword)) {
                words.name(words.skip(i + 1, "ONLY")).ifPresent(names::add);
            }
        }
        return names;
    }

    private List<Lack> lacks(String right, String query, @Nullable Object... values) throws SQLException {
        return look.attempt(query, values).stream()
                .map(row -> new Lack(right, row.get(0), row.get(1)))
                .toList();
    }
}
