package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.plan.Step;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session ends in the middle of a step. What became of the step depends on how it runs, on whether its commit was on
 * the way, and on whether the server ended the session itself or may not even know that it is lost.
 */
final class LostConnection {

    private static final String FINISHED = " Every revision that was reported as finished is committed.";

    private static final String ACTION =
            "Look at `status` when the server is back, and run the command again: it goes on by itself.";

    private LostConnection() {}

    /** It is not known at what the session was. */
    static ConnectionException anywhere(Throwable thrown) {
        return new ConnectionException(
                "The connection to the database is lost: " + Failures.reason(thrown) + "." + FINISHED, ACTION, thrown);
    }

    /** The commit was sent, and no answer came. */
    static ConnectionException atCommit(Throwable thrown) {
        return anywhere(new Unanswered(thrown));
    }

    /** The same failure with what became of the step. */
    static MigrationException during(Step step, TransactionMode mode, ConnectionException lost) {
        Throwable cause = lost.getCause() == null ? lost : lost.getCause();
        String revision = step.title();
        return new ConnectionException(
                "The connection to the database is lost while revision \"" + revision + "\" runs: "
                        + Failures.reason(cause) + ". " + after(step, mode, cause) + FINISHED,
                ACTION,
                List.of(revision),
                cause);
    }

    private static String after(Step step, TransactionMode mode, Throwable cause) {
        SQLException sql = Failures.sqlCause(cause);
        boolean ended = isEndedByServer(sql == null ? null : sql.getSQLState());
        if (!step.transactional()) {
            return "What it had committed before stays committed and is recorded; the next run goes on behind it, or asks"
                    + " first what became of a statement that can commit by itself."
                    + (ended
                            ? ""
                            : " The server may still be at work on the statement: the next run waits for it, and looks"
                                    + " whether it took effect.");
        }
        String all = mode == TransactionMode.ALL ? "the run" : "it";
        if (cause instanceof Unanswered) {
            return "Its commit was on the way: either all of " + all + " is there or nothing of " + all
                    + ", and `status` says which.";
        }
        return "Its transaction is rolled back: nothing of " + all + " remains."
                + (ended
                        ? ""
                        : " The server may still be at work on the statement until it notices; the next run waits for it.");
    }

    /** Then nothing of the session is at work any more. */
    private static boolean isEndedByServer(@Nullable String sqlState) {
        return sqlState != null && !sqlState.startsWith("08");
    }

    /** Marks a failure whose commit may have taken effect. */
    private static final class Unanswered extends RuntimeException {

        Unanswered(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
