package dev.revgraph.backup;

import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.RevisionKind;
import dev.revgraph.store.RevisionStore;
import dev.revgraph.store.StoredState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What is counted in a database when it is backed up, and again when it is restored. Immutable.
 *
 * @param current the database's heads
 * @param applied how many revisions are recorded
 * @param rows the rows of every table, by its qualified name as SQL
 */
record Contents(List<String> current, int applied, SortedMap<String, Long> rows) {

    /** Tables that are counted in one statement. */
    private static final int TOGETHER = 50;

    private static final String TABLES = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                  AND d.deptype = 'e')
             ORDER BY 1
            """;

    Contents {
        current = List.copyOf(current);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * Counts everything in the snapshot of the connection's transaction.
     *
     * @param schema of the migration tables; {@code null} for the current one
     */
    static Contents of(Connection connection, @Nullable String schema) throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        StoredState state = RevisionStore.read(jdbc, RevisionStore.locate(jdbc, schema));
        return new Contents(heads(state.rows().values()), revisions(state.rows().values()), count(connection));
    }

    private static int revisions(Collection<AppliedRevision> rows) {
        return (int) rows.stream()
                .filter(row -> row.kind() != RevisionKind.REPEATABLE)
                .count();
    }

    private static List<String> heads(Collection<AppliedRevision> rows) {
        Set<String> below = new HashSet<>();
        rows.forEach(row -> {
            below.addAll(row.parents());
            below.addAll(row.dependencies());
        });
        return rows.stream()
                .filter(row -> row.kind() != RevisionKind.REPEATABLE && !below.contains(row.id()))
                .map(AppliedRevision::id)
                .toList();
    }

    private static SortedMap<String, Long> count(Connection connection) throws SQLException {
        SortedMap<String, Long> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(TABLES)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (int i = 0; i < tables.size(); i += TOGETHER) {
                List<String> some = tables.subList(i, Math.min(tables.size(), i + TOGETHER));
                try (ResultSet found = statement.executeQuery(counting(some))) {
                    while (found.next()) {
                        rows.put(some.get(found.getInt(1)), found.getLong(2));
                    }
                }
            }
        }
        return rows;
    }

    private static String counting(List<String> tables) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            queries.add("SELECT " + i + ", count(*) FROM ONLY " + tables.get(i));
        }
        return String.join("\nUNION ALL ", queries);
    }

    long rowsInAll() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In what the other one differs, as sentences; the first few. */
    List<String> differences(Contents other) {
        List<String> differences = new ArrayList<>();
        if (!current.equals(other.current) || applied != other.applied) {
            differences.add("It is at " + other.current + " with " + other.applied + " revisions instead of " + current
                    + " with " + applied + ".");
        }
        rows.forEach((table, count) -> {
            Long found = other.rows.get(table);
            if (!count.equals(found)) {
                differences.add("The table " + table + " has "
                        + (found == null
                                ? "gone, with " + count + " rows."
                                : found + " rows instead of " + count + "."));
            }
        });
        return differences.subList(0, Math.min(differences.size(), 10));
    }
}
