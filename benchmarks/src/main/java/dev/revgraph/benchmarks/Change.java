package dev.revgraph.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One change of a schema, a single statement: a third of them create a table, a third add a column to it, a third give
 * it an index.
 *
 * @param number counted from 1
 * @param undo the statement that takes it back
 */
record Change(int number, String name, String sql, String undo) {

    static List<Change> list(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Change::of).toList();
    }

    private static Change of(int number) {
        int table = (number - 1) / 3 + 1;
        String item = "item_" + table;
        return switch ((number - 1) % 3) {
            case 0 ->
                new Change(
                        number,
                        "create_" + item,
                        "CREATE TABLE " + item + " (id bigint PRIMARY KEY, name text NOT NULL)",
                        "DROP TABLE " + item);
            case 1 ->
                new Change(
                        number,
                        "extend_" + item,
                        "ALTER TABLE " + item + " ADD COLUMN amount integer",
                        "ALTER TABLE " + item + " DROP COLUMN amount");
            default ->
                new Change(
                        number,
                        "index_" + item,
                        "CREATE INDEX " + item + "_name ON " + item + " (name)",
                        "DROP INDEX " + item + "_name");
        };
    }

    /** {@code 00001_create_item_1}: sorts as the numbers do. */
    String id() {
        return String.format(Locale.ROOT, "%05d_%s", number, name);
    }
}
