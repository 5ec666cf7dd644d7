package dev.revgraph.run;

import dev.revgraph.revision.Batches;
import dev.revgraph.schema.QualifiedName;
import dev.revgraph.store.Identifier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a batched change goes through, and how.
 *
 * @param condition SQL that rows have to satisfy; {@code null} takes all
 */
record BatchPlan(
        String name,
        QualifiedName table,
        Identifier key,
        @Nullable String condition,
        int size,
        Duration pause) {

    static BatchPlan over(String name, String table, String key) {
        return new BatchPlan(
                name,
                QualifiedName.parse(table),
                QualifiedName.parseSimple(key),
                null,
                Batches.DEFAULT_SIZE,
                Duration.ZERO);
    }

    BatchPlan where(String sql) {
        return new BatchPlan(name, table, key, sql, size, pause);
    }

    BatchPlan size(int rows) {
        return new BatchPlan(name, table, key, condition, rows, pause);
    }

    BatchPlan pause(Duration length) {
        return new BatchPlan(name, table, key, condition, size, length);
    }

    /**
     * Asks for the bounds of the next page and its size in one row.
     *
     * @param after the last key done as SQL; {@code null} before the first page
     */
    String pageQuery(@Nullable String after) {
        String column = key.quoted();
        // The aggregates take the rows in the order of the inner query; min and max do not know uuid before 18.
        return """
                SELECT (array_agg(k))[1], (array_agg(k))[count(*)], count(*)
                  FROM (SELECT %1$s AS k FROM %2$s WHERE %3$s%4$s ORDER BY %1$s LIMIT %5$d) AS page""".formatted(
                        column,
                        table.quoted(),
                        after == null ? "true" : column + " > " + after,
                        condition == null ? "" : " AND (" + condition + "\n)",
                        size);
    }
}
