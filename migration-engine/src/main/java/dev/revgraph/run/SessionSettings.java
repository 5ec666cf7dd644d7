package dev.revgraph.run;

import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The settings of a session at one moment: what revisions change with SET (search_path, TimeZone, role …) is put back
 * to it, so that no revision depends on which others ran before it in the same session, and the pool gets its
 * connection back as it lent it.
 */
final class SessionSettings {

    private static final String AUTHORIZATION = "session_authorization";
    private static final String ROLE = "role";

    /** What belongs to one transaction ends with it; the role is a setting that is not listed. */
    private static final String CHANGED = """
            SELECT name, setting FROM pg_catalog.pg_settings
             WHERE source = 'session'
               AND name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
            UNION ALL
            SELECT 'role', pg_catalog.current_setting('role')
            UNION ALL
            SELECT 'session_authorization', session_user
             ORDER BY 1
            """;

    private static final String CUSTOM_VALUES = """
            SELECT name, coalesce(pg_catalog.current_setting(name, true), '')
              FROM pg_catalog.unnest(pg_catalog.string_to_array(?, ' ')) AS name
            """;

    private final Map<String, String> values;
    private final Map<String, String> custom;

    private SessionSettings(Map<String, String> values, Map<String, String> custom) {
        this.values = values;
        this.custom = custom;
    }

    static SessionSettings of(JdbcOperations jdbc) {
        return new SessionSettings(read(jdbc, CHANGED), Map.of());
    }

    /** These, and what is set now of the names that the statements are about to set. */
    SessionSettings before(List<SqlStatement> statements, JdbcOperations jdbc) {
        Set<String> names = new TreeSet<>();
        statements.forEach(statement -> names.addAll(statement.customSettings()));
        return names.isEmpty() ? this : new SessionSettings(values, readCustom(jdbc, names));
    }

    private static Map<String, String> readCustom(JdbcOperations jdbc, Set<String> names) {
        return names.isEmpty() ? Map.of() : read(jdbc, CUSTOM_VALUES, String.join(" ", names));
    }

    private static Map<String, String> read(JdbcOperations jdbc, String query, Object... arguments) {
        Map<String, String> found = new TreeMap<>();
        jdbc.query(
                query,
                row -> {
                    found.put(row.getString(1), row.getString(2));
                },
                arguments);
        return found;
    }

    /**
     * Puts back what differs; in a transaction it holds from then on, and beyond its commit. There it also ends what was
     * set for the transaction alone.
     */
    void restore(JdbcOperations jdbc) {
        Map<String, String> now = read(jdbc, CHANGED);
        if (isSomebodyElse(now)) {
            // The rights to everything else hang on it, and which settings are shown.
            send(jdbc, List.of(set(AUTHORIZATION, values), set(ROLE, values)));
            now = read(jdbc, CHANGED);
        }
        List<String> changes = new ArrayList<>(differences(values, now));
        now.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .forEach(name -> changes.add("RESET " + quoted(name)));
        changes.addAll(differences(custom, readCustom(jdbc, custom.keySet())));
        send(jdbc, changes);
    }

    /** Does something as the role that the session was found with, whatever role it has at the moment. */
    void asFoundRole(JdbcOperations jdbc, Runnable action) {
        Map<String, String> now = read(jdbc, CHANGED);
        if (isSomebodyElse(now)) {
            send(jdbc, List.of(set(AUTHORIZATION, values), set(ROLE, values)));
            action.run();
            send(jdbc, List.of(set(AUTHORIZATION, now), set(ROLE, now)));
        } else {
            action.run();
        }
    }

    private boolean isSomebodyElse(Map<String, String> now) {
        return !List.of(value(AUTHORIZATION, values), value(ROLE, values))
                .equals(List.of(value(AUTHORIZATION, now), value(ROLE, now)));
    }

    private static List<String> differences(Map<String, String> then, Map<String, String> now) {
        return then.keySet().stream()
                .filter(name -> !value(name, then).equals(now.get(name)))
                .map(name -> set(name, then))
                .toList();
    }

    private static String value(String name, Map<String, String> settings) {
        return settings.getOrDefault(name, "");
    }

    private static String set(String name, Map<String, String> settings) {
        return "SELECT pg_catalog.set_config(" + literal(name) + ", " + literal(value(name, settings)) + ", false)";
    }

    /** All in one round trip. */
    private static void send(JdbcOperations jdbc, List<String> statements) {
        if (!statements.isEmpty()) {
            jdbc.execute(String.join(";\n", statements));
        }
    }

    /** Means the same whatever standard_conforming_strings is. */
    private static String literal(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Names of settings may hold a dot between parts that are identifiers of their own. */
    private static String quoted(String name) {
        return Arrays.stream(name.split("\\."))
                .map(part -> new Identifier(part).quoted())
                .collect(Collectors.joining("."));
    }
}
