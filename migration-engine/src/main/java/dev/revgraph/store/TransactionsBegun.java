package dev.revgraph.store;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How many transactions a server process has begun so far, which it counts itself. A statement outside a transaction that
 * fails has left nothing if it was one transaction; if it had ended some before, as a procedure with {@code COMMIT} may,
 * the count tells.
 *
 * @param count the number, the one of the question included
 * @param backend the server process as the driver knows it
 */
public record TransactionsBegun(long count, int backend) {

    /** A process holds a lock on the number of its current transaction, {@code 3/117} for instance. */
    static final String QUERY = """
            SELECT pg_catalog.split_part(virtualxid, '/', 2)::bigint AS begun, pid
              FROM pg_catalog.pg_locks
             WHERE locktype = 'virtualxid' AND pid = pg_catalog.pg_backend_pid() AND granted
            """;

    /**
     * The number now.
     *
     * @param backend the server process as the driver knows it
     * @return empty behind a pooler: the next statement may run in another process
     */
    public static Optional<TransactionsBegun> now(JdbcOperations jdbc, int backend) {
        return jdbc
                .query(
                        QUERY,
                        (row, number) -> row.getInt("pid") == backend
                                ? Optional.of(new TransactionsBegun(row.getLong("begun"), backend))
                                : Optional.<TransactionsBegun>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether there were just so many since, the one of this question included. Not known is no. */
    public boolean wereJust(int transactions, JdbcOperations jdbc) {
        try {
            return now(jdbc, backend)
                    .filter(now -> now.count - count == transactions)
                    .isPresent();
        } catch (DataAccessException unanswered) {
            return false;
        }
    }
}
