package dev.revgraph.readiness;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.store.Identifier;
import dev.revgraph.store.Place;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Whether the role may write the records, or create their tables. */
final class Rights {

    private static final String OR_ANOTHER_ROLE =
            "; or give migrations a role of their own with `migration.username` and `migration.password`.";

    private static final String ON_DATABASE = """
            SELECT 'CREATE' WHERE NOT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
            """;

    private static final String ON_SCHEMA = """
            SELECT r.name
              FROM pg_catalog.pg_namespace n,
                   pg_catalog.unnest(ARRAY['USAGE', 'CREATE']) WITH ORDINALITY AS r (name, place)
             WHERE n.nspname = ? AND NOT pg_catalog.has_schema_privilege(n.oid, r.name)
             ORDER BY r.place
            """;

    private static final String ON_TABLE = """
            SELECT r.name
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
                   pg_catalog.unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY AS r (name, place)
             WHERE n.nspname = ? AND c.relname = ? AND NOT pg_catalog.has_table_privilege(c.oid, r.name)
             ORDER BY r.place
            """;

    private Rights() {}

    static List<StatusProblem> missing(JdbcOperations jdbc, Place place) {
        Identifier schema = place.schema();
        if (schema == null) {
            return List.of(Inspection.problem(
                    ErrorCode.PERMISSION_DENIED,
                    "The connection has no current schema: its search_path names none that exists and that the role \""
                            + place.role() + "\" may use.",
                    "Create the schema or grant its usage, or name another one with `migration.schema`."));
        }
        List<StatusProblem> found = new ArrayList<>();
        if (place.tablesExist()) {
            for (String table : List.of("migration_revision", "migration_history")) {
                found.addAll(problem(
                        place,
                        "write \"" + table + "\" in the schema " + schema,
                        schema + "." + table,
                        jdbc.queryForList(ON_TABLE, String.class, schema.name(), table)));
            }
        } else if (place.schemaExists()) {
            found.addAll(problem(
                    place,
                    "create the migration tables in the schema " + schema,
                    "SCHEMA " + schema,
                    jdbc.queryForList(ON_SCHEMA, String.class, schema.name())));
        } else {
            found.addAll(problem(
                    place,
                    "create the schema " + schema,
                    "DATABASE " + new Identifier(place.database()),
                    jdbc.queryForList(ON_DATABASE, String.class)));
        }
        return found;
    }

    private static List<StatusProblem> problem(Place place, String what, String object, List<String> rights) {
        if (rights.isEmpty()) {
            return List.of();
        }
        String all = String.join(", ", rights);
        return List.of(Inspection.problem(
                ErrorCode.PERMISSION_DENIED,
                "The role \"" + place.role() + "\" may not " + what + ": it lacks " + all + ".",
                "GRANT " + all + " ON " + object + " TO " + new Identifier(place.role()) + OR_ANOTHER_ROLE));
    }
}
