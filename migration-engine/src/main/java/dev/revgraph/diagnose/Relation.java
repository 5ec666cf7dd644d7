package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A table, view, index … that exists.
 *
 * @param name its name without the schema
 * @param kind as in {@code relkind}
 * @param sql its name as SQL, with the schema where the search path needs it
 * @param inherited whether it has heirs, whose rows a query shows as its own
 */
record Relation(long oid, String schema, String name, String kind, String sql, boolean inherited) {

    private static final String FIND = """
            SELECT c.oid::bigint, n.nspname, c.relname, c.relkind, c.oid::regclass::text,
                   c.relkind = 'r' AND EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhparent = c.oid)
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid = pg_catalog.to_regclass(?)
            """;

    private static final String KEYS = """
            SELECT CASE WHEN i.indisprimary THEN 'PRIMARY KEY' ELSE 'UNIQUE' END,
                   (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.at)
                      FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, at)
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                     WHERE k.at <= i.indnkeyatts)
              FROM pg_catalog.pg_index i
             WHERE i.indrelid = ?::oid AND i.indisunique AND i.indisvalid AND i.indimmediate
               AND i.indpred IS NULL AND i.indexprs IS NULL
             ORDER BY i.indisprimary DESC, i.indexrelid
            """;

    /** A key of a table: {@code PRIMARY KEY}, and its columns as SQL. */
    record Key(String kind, String columns) {

        @Override
        public String toString() {
            return kind + " (" + columns + ")";
        }
    }

    /** @param name as SQL */
    static Optional<Relation> find(Look look, String name) throws SQLException {
        return look.rows(FIND, name).stream()
                .findFirst()
                .map(row -> new Relation(
                        Long.parseLong(row.get(0)),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.get(5).equals("t")));
    }

    /** What keys hold for, as SQL: the rows of heirs are not among them. */
    String own() {
        return inherited ? "ONLY " + sql : sql;
    }

    boolean isTable() {
        return kind.equals("r") || kind.equals("p");
    }

    /** In words. */
    String what() {
        return switch (kind) {
            case "v" -> "view";
            case "m" -> "materialized view";
            case "i", "I" -> "index";
            case "S" -> "sequence";
            case "f" -> "foreign table";
            case "c" -> "composite type";
            default -> "table";
        };
    }

    /** What a foreign key may refer to. */
    List<Key> keys(Look look) throws SQLException {
        return look.rows(KEYS, oid).stream()
                .map(row -> new Key(row.get(0), row.get(1)))
                .toList();
    }

    List<String> columns(Look look) throws SQLException {
        return look.list("""
                SELECT attname FROM pg_catalog.pg_attribute
                 WHERE attrelid = ?::oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """, oid);
    }

    /** The columns of the primary key, in their order; none if there is no such key. */
    List<String> primaryKey(Look look) throws SQLException {
        return look.list("""
                SELECT a.attname
                  FROM pg_catalog.pg_index i, pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, at),
                       pg_catalog.pg_attribute a
                 WHERE i.indrelid = ?::oid AND i.indisprimary AND k.at <= i.indnkeyatts
                   AND a.attrelid = i.indrelid AND a.attnum = k.attnum
                 ORDER BY k.at
                """, oid);
    }

    /** The type of a column as SQL; nothing if there is no such column. */
    Optional<String> type(Look look, String column) throws SQLException {
        return look.list("""
                SELECT pg_catalog.format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute
                 WHERE attrelid = ?::oid AND attname = ? AND attnum > 0 AND NOT attisdropped
                """, oid, column).stream().findFirst();
    }
}
