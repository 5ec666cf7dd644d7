package dev.revgraph.run;

import dev.revgraph.store.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private final Map<String, String> values;

    private SessionSettings(Map<String, String> values) {
        this.values = values;
    }

    static SessionSettings of(JdbcOperations jdbc) {
        return new SessionSettings(read(jdbc));
    }

    private static Map<String, String> read(JdbcOperations jdbc) {
        Map<String, String> values = new TreeMap<>();
        jdbc.query(CHANGED, row -> {
            values.put(row.getString(1), row.getString(2));
        });
        return values;
    }

    /**
     * Puts back what differs; in a transaction it holds from then on, and beyond its commit. There it also ends what was
     * set for the transaction alone.
     */
    void restore(JdbcOperations jdbc) {
        Map<String, String> now = read(jdbc);
        if (differs(AUTHORIZATION, now) || differs(ROLE, now)) {
            // The rights to everything else hang on them, and which settings are shown.
            send(jdbc, List.of(set(AUTHORIZATION), set(ROLE)));
            now = read(jdbc);
        }
        List<String> changes = new ArrayList<>();
        for (String name : values.keySet()) {
            if (differs(name, now)) {
                changes.add(set(name));
            }
        }
        for (String name : now.keySet()) {
            if (!values.containsKey(name)) {
                changes.add("RESET " + quoted(name));
            }
        }
        send(jdbc, changes);
    }

    private boolean differs(String name, Map<String, String> now) {
        return !values.getOrDefault(name, "").equals(now.get(name));
    }

    private String set(String name) {
        return "SELECT pg_catalog.set_config(" + literal(name) + ", " + literal(values.getOrDefault(name, ""))
                + ", false)";
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
