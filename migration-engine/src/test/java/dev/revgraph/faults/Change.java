package dev.revgraph.faults;

/**
 * A statement, the one that undoes it, and how to see in a snapshot of the database what happened.
 *
 * @param made SQL that is true when it took effect as a whole
 * @param undone SQL that is true when nothing of it is there
 */
record Change(String up, String down, String made, String undone) {

    private static final String INDEX =
            "EXISTS (SELECT FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid" + " WHERE c.relname = '%s'%s)";

    static Change table(String name) {
        String there = "EXISTS (SELECT FROM pg_class WHERE relname = '" + name + "' AND relkind = 'r')";
        return of("CREATE TABLE " + name + " (id int)", "DROP TABLE " + name, there);
    }

    static Change column(String name) {
        String there = "EXISTS (SELECT FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                + " WHERE c.relname = 'big' AND a.attname = '" + name + "' AND NOT a.attisdropped)";
        return of("ALTER TABLE big ADD " + name + " int", "ALTER TABLE big DROP " + name, there);
    }

    static Change index(String name) {
        return new Change(
                "CREATE INDEX CONCURRENTLY " + name + " ON big (up1)",
                "DROP INDEX CONCURRENTLY " + name,
                INDEX.formatted(name, " AND x.indisvalid"),
                "NOT " + INDEX.formatted(name, ""));
    }

    /** Nothing in the catalog tells of this one, and twice would be once too often. */
    static Change row(String name) {
        return entry(
                "INSERT INTO ledger VALUES ('" + name + "')", "DELETE FROM ledger WHERE entry = '" + name + "'", name);
    }

    /** The same in a transaction of the procedure's own, so that it cannot be counted in its transaction. */
    static Change call(String name) {
        return entry("CALL add_entry('" + name + "')", "CALL remove_entry('" + name + "')", name);
    }

    private static Change entry(String up, String down, String name) {
        return new Change(
                up,
                down,
                "(SELECT count(*) FROM ledger WHERE entry = '" + name + "') = 1",
                "(SELECT count(*) FROM ledger WHERE entry = '" + name + "') = 0");
    }

    private static Change of(String up, String down, String there) {
        return new Change(up, down, there, "NOT " + there);
    }
}
