package dev.revgraph.readiness;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.StatusProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcOperations;

/** Indexes that cost every write and serve no query, because their concurrent build did not end well. */
final class InvalidIndexes {

    /** An index of a partitioned table is left out: it is invalid on purpose until its parts are attached. */
    private static final String FIND = """
            SELECT pg_catalog.format('%I.%I', n.nspname, i.relname), pg_catalog.format('%I.%I', m.nspname, t.relname)
              FROM pg_catalog.pg_index x
              JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = i.relnamespace
              JOIN pg_catalog.pg_class t ON t.oid = x.indrelid
              JOIN pg_catalog.pg_namespace m ON m.oid = t.relnamespace
             WHERE NOT x.indisvalid AND i.relkind = 'i'
               AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.oid)
             ORDER BY n.nspname, i.relname
             LIMIT 20
            """;

    /** What an interrupted REINDEX CONCURRENTLY leaves beside the index that is in use. */
    private static final Pattern LEFT_OVER = Pattern.compile("_cc(new|old)\\d*\"?$");

    private InvalidIndexes() {}

    static List<StatusProblem> find(JdbcOperations jdbc) {
        return jdbc.query(FIND, (row, number) -> problem(row.getString(1), row.getString(2)));
    }

    static StatusProblem problem(String index, String table) {
        String message = "The index " + index + " of the table " + table
                + " is INVALID: a concurrent build of it was cut off or failed, or is still under way.";
        String drop = "DROP INDEX CONCURRENTLY " + index;
        return Inspection.problem(
                ErrorCode.INVALID_INDEX,
                message,
                LEFT_OVER.matcher(index).find()
                        ? "Run " + drop + "; it is what an interrupted REINDEX CONCURRENTLY left behind."
                        : "Run REINDEX INDEX CONCURRENTLY " + index + "; or " + drop + " if nobody needs it.");
    }
}
