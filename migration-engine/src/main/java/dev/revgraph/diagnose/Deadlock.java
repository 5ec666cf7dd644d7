package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two transactions waited for each other, and the server ended this one. Who holds locks now may have been the other. */
final class Deadlock implements Cause {

    /** Others may see neither the query nor the state of a role that they have no right to. */
    private static final String HOLDERS = """
            SELECT a.pid, coalesce(a.usename, a.backend_type) AS "user", a.application_name AS application,
                   pg_catalog.string_agg(DISTINCT l.relation::regclass || ' ' || l.mode, ', ') AS locks, a.state,
                   extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::bigint AS seconds,
                   pg_catalog.left(pg_catalog.regexp_replace(a.query, '\\s+', ' ', 'g'), 80) AS query
              FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
             WHERE l.locktype = 'relation' AND l.granted AND a.pid <> pg_catalog.pg_backend_pid()
               AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
               AND l.relation IN (%s)
             GROUP BY a.pid, a.usename, a.backend_type, a.application_name, a.state, a.xact_start, a.query
             ORDER BY a.xact_start, a.pid""";

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Look look = scene.look();
        List<Relation> tables = tables(scene);
        List<WayOut> ways = List.of(
                WayOut.of(
                        "Run the command again: nothing of the attempt remains, and the other side has gone on meanwhile."),
                WayOut.of(
                        "If it comes again: let all lock in one order. Begin the revision with `LOCK TABLE … IN ACCESS"
                                + " EXCLUSIVE MODE`, its tables in the order in which the application takes them."),
                WayOut.of("Or split the revision, so that each touches one table and holds its locks for a moment."));
        String finding =
                "Two transactions waited for each other, each for a lock that the other held, and the server ended"
                        + " this one.";
        if (tables.isEmpty()) {
            return Optional.of(Diagnosis.of(finding, ways));
        }
        String query = HOLDERS.formatted(tables.stream()
                .map(table -> "'" + table.sql().replace("'", "''") + "'::regclass")
                .collect(Collectors.joining(", ")));
        boolean alone = look.count("FROM (" + query + ") AS holders").orElse(0) == 0;
        String names = tables.stream().map(Relation::sql).collect(Collectors.joining(", "));
        return Optional.of(new Diagnosis(
                finding + " The revision uses " + names + "; "
                        + (alone
                                ? "at this moment nobody else holds a lock on that."
                                : "these sessions hold locks on that at this moment:"),
                alone ? List.of() : look.sample(query),
                alone ? null : query,
                ways));
    }

    /** What the revision had used up to the failure. */
    private static List<Relation> tables(Scene scene) throws SQLException {
        List<Relation> tables = new ArrayList<>();
        List<Words> statements =
                Stream.concat(scene.undone().stream(), Stream.of(scene.words())).toList();
        for (Words statement : statements) {
            Optional<Named> named = statement.table().or(statement::dropped);
            Optional<Relation> table = named.isEmpty()
                    ? Optional.empty()
                    : scene.look().relation(named.get().name());
            if (table.isPresent() && !tables.contains(table.get())) {
                tables.add(table.get());
            }
        }
        return tables;
    }
}
