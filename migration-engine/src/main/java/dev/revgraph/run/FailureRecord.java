package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/** Adds a failure to the log of the database. */
final class FailureRecord {

    private FailureRecord() {}

    /** A failure to do so does not hide the failure that it is about: it is attached to it. */
    static void write(RunContext run, Step step, Duration took, MigrationException failure) {
        SQLException cause = Failures.sqlCause(failure);
        String state = cause == null ? null : cause.getSQLState();
        try {
            run.session.rollback();
            if (!Failures.isConnectionLost(cause)) {
                run.version = run.store
                        .writer()
                        .log(
                                run.session.jdbc(),
                                run.failure(step, took.toMillis(), String.valueOf(failure.getMessage()), state));
            }
        } catch (SQLException | DataAccessException unwritten) {
            failure.addSuppressed(unwritten);
        }
    }
}
