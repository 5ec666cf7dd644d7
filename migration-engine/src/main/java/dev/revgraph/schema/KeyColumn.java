package dev.revgraph.schema;

import dev.revgraph.store.Identifier;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A column by whose order one may go through a table.
 *
 * @param type the name of its type in {@code pg_type}, or of the type that its domain is made of
 * @param nullable whether it takes nulls
 * @param indexed whether a valid b-tree over all rows begins with it, so that its order costs no sort
 */
public record KeyColumn(String type, boolean nullable, boolean indexed) {

    private static final String FIND = """
            SELECT b.typname::text, NOT (a.attnotnull OR t.typnotnull),
                   EXISTS (SELECT FROM pg_catalog.pg_index i
                             JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
                             JOIN pg_catalog.pg_am m ON m.oid = ic.relam
                            WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indisvalid
                              AND i.indpred IS NULL AND m.amname = 'btree')
            """;

    private static final String BESIDE = "pg_catalog.pg_attribute a, pg_catalog.pg_type t, pg_catalog.pg_type b";

    private static final String CONDITION = """
            AND a.attrelid = c.oid AND a.attname = ?::name AND a.attnum > 0 AND NOT a.attisdropped
              AND t.oid = a.atttypid AND b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
            """;

    /** Nothing if there is no such table, or it has no such column. */
    public static Optional<KeyColumn> find(JdbcOperations jdbc, QualifiedName table, Identifier column) {
        Lookup lookup = Lookup.relation(table, "rpf", BESIDE).and(CONDITION, column.name());
        return jdbc
                .query(
                        FIND + lookup.sql(),
                        (row, number) -> new KeyColumn(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                        lookup.arguments().toArray())
                .stream()
                .findFirst();
    }
}
