package dev.revgraph.script;

import java.util.List;

/** Splits text for tests and shows statements as they would be sent. */
final class Splitting {

    private Splitting() {}

    static List<SqlStatement> statements(String sql) {
        return SqlScript.parseStored("test", sql).downgrade();
    }

    static List<String> texts(String sql) {
        return statements(sql).stream().map(SqlStatement::text).toList();
    }
}
