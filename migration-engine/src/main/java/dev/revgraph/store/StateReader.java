package dev.revgraph.store;

import dev.revgraph.store.AppliedRevision.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads the state of a database in two statements, however many revisions there are. */
final class StateReader {

    private static final String PLACE = """
            SELECT place.schema,
                   n.oid IS NOT NULL AS schema_exists,
                   records.oid IS NOT NULL AS tables_exist,
                   log.oid IS NOT NULL AS history_exists,
                   pg_catalog.obj_description(records.oid, 'pg_class') AS layout,
                   pg_catalog.pg_backend_pid() AS backend, current_user AS role, pg_catalog.current_database() AS database,
                   pg_catalog.pg_is_in_recovery() OR pg_catalog.current_setting('transaction_read_only')::boolean AS read_only
              FROM (SELECT coalesce(?::text, pg_catalog.current_schema()::text) AS schema) AS place
              LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = place.schema
              LEFT JOIN pg_catalog.pg_class records
                ON records.relnamespace = n.oid AND records.relname = 'migration_revision'
              LEFT JOIN pg_catalog.pg_class log ON log.relnamespace = n.oid AND log.relname = 'migration_history'
            """;

    /** The number of the last history line comes with every row, in the same snapshot. */
    private static final String STATE = """
            SELECT log.version, r.id,
                   pg_catalog.array_to_string(r.parents, ' ') AS parents,
                   pg_catalog.array_to_string(r.dependencies, ' ') AS dependencies,
                   pg_catalog.array_to_string(r.labels, ' ') AS labels,
                   r.description, r.kind, r.transactional, r.checksum_algorithm, r.upgrade_checksum,
                   r.seal, r.downgrade_script IS NOT NULL AS undoable,
                   r.state = 'running' AS running, r.direction, r.statements_started, r.statements_finished,
                   r.statement, {alive} AS alive,
                   r.applied_at, r.applied_by, r.application, r.application_version, r.millis
              FROM (SELECT coalesce(max(id), 0) AS version FROM {history}) AS log
              LEFT JOIN {revision} AS r ON true
            """;

    /** Little of every row: a thousand of them are read at the start of an application that has nothing to do. */
    private static final String OUTLINE = """
            SELECT id, state = 'applied', seal, checksum_algorithm, upgrade_checksum, description,
                   pg_catalog.array_to_string(parents, ' '), pg_catalog.array_to_string(dependencies, ' '), pg_catalog.array_to_string(labels, ' ')
              FROM {revision}
            """;

    private StateReader() {}

    /** @param schema the configured one; {@code null} asks for the connection's current schema */
    static Place place(JdbcOperations jdbc, @Nullable String schema) {
        return jdbc.query(PLACE, (row, number) -> toPlace(row), schema).get(0);
    }

    static String placeQuery(Identifier schema) {
        return SqlLiteral.inlined(PLACE, List.of(schema.name()));
    }

    static Place toPlace(ResultSet row) throws SQLException {
        String schema = row.getString("schema");
        return new Place(
                schema == null ? null : new Identifier(schema),
                row.getBoolean("schema_exists"),
                row.getBoolean("tables_exist"),
                row.getBoolean("history_exists"),
                layout(row.getString("layout")),
                row.getInt("backend"),
                row.getString("role"),
                row.getString("database"),
                row.getBoolean("read_only"));
    }

    private static @Nullable Integer layout(@Nullable String comment) {
        if (comment == null || !comment.startsWith(Tables.LAYOUT_COMMENT)) {
            return null;
        }
        String number = comment.substring(Tables.LAYOUT_COMMENT.length()).strip();
        return number.matches("[0-9]{1,6}") ? Integer.valueOf(number) : null;
    }

    static StoredState state(JdbcOperations jdbc, Tables tables) {
        Map<String, AppliedRevision> rows = new TreeMap<>();
        long[] version = {0};
        jdbc.query(tables.sql(STATE), row -> {
            version[0] = row.getLong(1);
            if (row.getString(2) != null) {
                rows.put(row.getString(2), toRevision(row));
            }
        });
        return new StoredState(true, rows, version[0]);
    }

    static Outline outline(JdbcOperations jdbc, Tables tables) {
        Map<String, Outline.Line> lines = new HashMap<>();
        jdbc.query(tables.sql(OUTLINE), row -> {
            String id = row.getString(1);
            lines.put(
                    id,
                    new Outline.Line(
                            id,
                            row.getBoolean(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            words(row.getString(7)),
                            words(row.getString(8)),
                            words(row.getString(9))));
        });
        return new Outline(true, lines);
    }

    private static AppliedRevision toRevision(ResultSet row) throws SQLException {
        Progress progress = row.getBoolean("running")
                ? new Progress(
                        row.getString("direction"),
                        row.getInt("statements_started"),
                        row.getInt("statements_finished"),
                        row.getString("statement"),
                        row.getBoolean("alive"))
                : null;
        return new AppliedRevision(
                row.getString("id"),
                words(row.getString("parents")),
                words(row.getString("dependencies")),
                words(row.getString("labels")),
                row.getString("description"),
                RevisionKind.of(row.getString("kind")),
                row.getBoolean("transactional"),
                row.getString("checksum_algorithm"),
                row.getString("upgrade_checksum"),
                row.getString("seal"),
                row.getBoolean("undoable"),
                progress,
                row.getInt("statements_finished"),
                instant(row, "applied_at"),
                row.getString("applied_by"),
                row.getString("application"),
                row.getString("application_version"),
                row.getLong("millis"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? Instant.EPOCH : value.toInstant();
    }

    /** Ids hold no white space, so a list of them travels as one text. */
    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
