package dev.revgraph.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The settings of a session at one moment: what revisions change with SET (search_path, TimeZone, role …) is put back
 * to it, so that no revision depends on which others ran before it in the same session, and the pool gets its
 * connection back as it lent it.
 */
final class SessionSettings {

    /**
     * The role is no setting that pg_settings shows. What belongs to the transaction ends with it, and cannot be reset.
     */
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

    private static final String SET = "SELECT pg_catalog.set_config(?, ?, false)";

    /** Put back first: the rights to everything else hang on them. */
    private static final List<String> IDENTITY = List.of("session_authorization", "role");

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

    /** Puts back what differs; in a transaction it holds from then on, and beyond its commit. */
    void restore(JdbcOperations jdbc) {
        Map<String, String> now = read(jdbc);
        IDENTITY.forEach(name -> restore(jdbc, name, now));
        values.keySet().forEach(name -> restore(jdbc, name, now));
        now.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .forEach(name -> jdbc.execute("RESET " + quoted(name)));
    }

    private void restore(JdbcOperations jdbc, String name, Map<String, String> now) {
        String before = values.get(name);
        if (before != null && !before.equals(now.get(name))) {
            jdbc.query(SET, row -> {}, name, before);
            now.put(name, before);
        }
    }

    /** Names of settings may hold a dot between parts that are identifiers of their own. */
    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"").replace(".", "\".\"") + '"';
    }
}
