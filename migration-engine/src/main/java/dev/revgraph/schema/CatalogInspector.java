package dev.revgraph.schema;

import dev.revgraph.revision.SchemaInspector;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Asks the catalog of the connection it is given. As thread-safe as that. */
public final class CatalogInspector implements SchemaInspector {

    private static final String TABLES = "rpf";
    private static final String VIEWS = "vm";
    private static final String INDEXES = "iI";

    private static final String ATTRIBUTE = "pg_catalog.pg_attribute a";
    private static final String COLUMNS = "AND a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped";
    private static final String ONE_COLUMN = COLUMNS + " AND a.attname = ?::name";

    private final JdbcOperations jdbc;

    public CatalogInspector(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean schemaExists(String schema) {
        return exists(new Lookup(" FROM pg_catalog.pg_namespace n WHERE true", List.of())
                .and("AND n.nspname = ?::name", simple(schema)));
    }

    @Override
    public boolean tableExists(String table) {
        return exists(relation(table, TABLES));
    }

    @Override
    public boolean viewExists(String view) {
        return exists(relation(view, VIEWS));
    }

    @Override
    public boolean columnExists(String table, String column) {
        return exists(column(table, column));
    }

    @Override
    public List<String> columns(String table) {
        Lookup columns = Lookup.relation(QualifiedName.parse(table), TABLES + VIEWS, ATTRIBUTE)
                .and(COLUMNS)
                .and("ORDER BY a.attnum");
        return jdbc.queryForList(
                "SELECT a.attname::text" + columns.sql(),
                String.class,
                columns.arguments().toArray());
    }

    @Override
    public Optional<String> columnType(String table, String column) {
        return first("pg_catalog.format_type(a.atttypid, a.atttypmod)", column(table, column), String.class);
    }

    @Override
    public Optional<Boolean> columnNullable(String table, String column) {
        // A domain may refuse nulls too.
        return first(
                "NOT a.attnotnull AND NOT (SELECT t.typnotnull FROM pg_catalog.pg_type t WHERE t.oid = a.atttypid)",
                column(table, column),
                Boolean.class);
    }

    @Override
    public boolean indexExists(String index) {
        return exists(relation(index, INDEXES));
    }

    @Override
    public boolean indexValid(String index) {
        return exists(Lookup.relation(QualifiedName.parse(index), INDEXES, "pg_catalog.pg_index i")
                .and("AND i.indexrelid = c.oid AND i.indisvalid"));
    }

    @Override
    public boolean constraintExists(String table, String constraint) {
        return exists(Lookup.relation(QualifiedName.parse(table), TABLES, "pg_catalog.pg_constraint k")
                .and(
                        "AND k.conrelid = c.oid AND k.conname = ?::name AND k.contype IN ('p', 'u', 'f', 'c', 'x')",
                        simple(constraint)));
    }

    @Override
    public boolean triggerExists(String table, String trigger) {
        return exists(Lookup.relation(QualifiedName.parse(table), TABLES + VIEWS, "pg_catalog.pg_trigger g")
                .and("AND g.tgrelid = c.oid AND g.tgname = ?::name AND NOT g.tgisinternal", simple(trigger)));
    }

    @Override
    public boolean sequenceExists(String sequence) {
        return exists(relation(sequence, "S"));
    }

    @Override
    public boolean typeExists(String type) {
        // Every table and every type brings types along that nobody has made: its rows, its arrays.
        return exists(Lookup.type(QualifiedName.parse(type), null)
                .and("AND (t.typrelid = 0 OR EXISTS (SELECT FROM pg_catalog.pg_class c"
                        + " WHERE c.oid = t.typrelid AND c.relkind = 'c'))"
                        + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)"));
    }

    @Override
    public boolean enumValueExists(String type, String label) {
        return exists(Lookup.type(QualifiedName.parse(type), "pg_catalog.pg_enum e")
                .and("AND e.enumtypid = t.oid AND e.enumlabel::text = ?", label));
    }

    @Override
    public boolean routineExists(String routine) {
        return exists(Lookup.routine(QualifiedName.parse(routine)));
    }

    @Override
    public boolean extensionExists(String extension) {
        return exists(new Lookup(" FROM pg_catalog.pg_extension x WHERE true", List.of())
                .and("AND x.extname = ?::name", simple(extension)));
    }

    private static Lookup relation(String name, String kinds) {
        return Lookup.relation(QualifiedName.parse(name), kinds, null);
    }

    private static Lookup column(String table, String column) {
        return Lookup.relation(QualifiedName.parse(table), TABLES + VIEWS, ATTRIBUTE)
                .and(ONE_COLUMN, simple(column));
    }

    private static String simple(String name) {
        return QualifiedName.parseSimple(name).name();
    }

    private boolean exists(Lookup lookup) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT" + lookup.sql() + ")",
                Boolean.class,
                lookup.arguments().toArray()));
    }

    private <T> Optional<T> first(String expression, Lookup lookup, Class<T> type) {
        return jdbc
                .queryForList(
                        "SELECT " + expression + lookup.sql(),
                        type,
                        lookup.arguments().toArray())
                .stream()
                .findFirst();
    }
}
