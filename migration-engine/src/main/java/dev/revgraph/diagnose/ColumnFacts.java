package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;

/**
 * What holds for a column.
 *
 * @param primary whether it is part of the primary key
 * @param generated whether the server computes its values from others
 */
record ColumnFacts(boolean notNull, boolean hasDefault, boolean primary, boolean generated) {

    private static final String FIND = """
            SELECT a.attnotnull, a.atthasdef AND a.attgenerated = '',
                   EXISTS (SELECT FROM pg_catalog.pg_index i
                            WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)),
                   a.attgenerated <> ''
              FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = ?::oid AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped
            """;

    static ColumnFacts of(Look look, Relation table, String column) throws SQLException {
        List<String> row = look.rows(FIND, table.oid(), column).get(0);
        return new ColumnFacts(is(row.get(0)), is(row.get(1)), is(row.get(2)), is(row.get(3)));
    }

    private static boolean is(String value) {
        return value.equals("t");
    }
}
