package dev.revgraph.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a question to the catalog that finds something by its name: a {@code FROM} and a {@code WHERE}, to which
 * conditions are added. Names are bound as {@code name}, so that the server cuts long ones as it does in SQL.
 */
record Lookup(String sql, List<Object> arguments) {

    private static final String NAMED = """
             FROM %1$s, pg_catalog.pg_namespace n%2$s
            WHERE n.oid = %3$s AND %4$s = ?::name AND %5$s
            """;

    Lookup {
        arguments = List.copyOf(arguments);
    }

    /**
     * Something that is in {@code pg_class}, as {@code c}.
     *
     * @param kinds as in {@code relkind}, one letter for each
     * @param beside another catalog to look into; {@code null} if there is none
     */
    static Lookup relation(QualifiedName name, String kinds, @Nullable String beside) {
        return named(name, "pg_catalog.pg_class c", "c.rel", "pg_catalog.pg_table_is_visible", beside)
                .and("AND pg_catalog.strpos('" + kinds + "', c.relkind::text) > 0");
    }

    /** Something that is in {@code pg_type}, as {@code t}. */
    static Lookup type(QualifiedName name, @Nullable String beside) {
        return named(name, "pg_catalog.pg_type t", "t.typ", "pg_catalog.pg_type_is_visible", beside);
    }

    /** Something that is in {@code pg_proc}, as {@code p}. */
    static Lookup routine(QualifiedName name) {
        return named(name, "pg_catalog.pg_proc p", "p.pro", "pg_catalog.pg_function_is_visible", null);
    }

    private static Lookup named(
            QualifiedName name, String catalog, String prefix, String visible, @Nullable String beside) {
        List<Object> arguments = new ArrayList<>(List.of(name.name().name()));
        String place = visible + "(" + prefix.substring(0, 2) + "oid)";
        if (name.schema() != null) {
            arguments.add(name.schema().name());
            place = "n.nspname = ?::name";
        }
        return new Lookup(
                NAMED.formatted(
                        catalog, beside == null ? "" : ", " + beside, prefix + "namespace", prefix + "name", place),
                arguments);
    }

    /** The same with a further condition. */
    Lookup and(String condition, Object... values) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(values));
        return new Lookup(sql + " " + condition, all);
    }
}
