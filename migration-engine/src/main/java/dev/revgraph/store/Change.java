package dev.revgraph.store;

import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * A change of one row and its line in the log, as one statement: one round trip, and no way to have the one without the
 * other. The statement returns the number of the line, and fails with a division by zero unless it changes exactly one
 * row; so it may travel together with the commit.
 *
 * @param values in the order of the question marks in the SQL
 * @param revision for messages
 * @param operation for messages
 */
public record Change(String sql, List<Object> values, String revision, String operation) {

    private static final String DIVISION_BY_ZERO = "22012";

    public Change {
        values = List.copyOf(values);
    }

    /** What a failure of the statement means. */
    public RuntimeException explained(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException sql && DIVISION_BY_ZERO.equals(sql.getSQLState())
                ? new CorruptRecordException(revision, operation, failure)
                : failure;
    }

    static String exactlyOne(String logged) {
        return "WITH " + logged + " SELECT coalesce(max(id), 0) / count(*) FROM logged";
    }
}
