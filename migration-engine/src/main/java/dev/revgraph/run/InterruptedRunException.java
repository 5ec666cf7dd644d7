package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.run.StatementFailedException.FailedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The run was told to stop, because its process ends or its thread is interrupted. */
public final class InterruptedRunException extends MigrationException {

    private static final String GO_ON =
            "Run the same command again, or start the application again: it goes on by itself.";

    private InterruptedRunException(String message, String action, List<String> revisions, @Nullable Throwable cause) {
        super(ErrorCode.INTERRUPTED, message, action, revisions, cause);
    }

    InterruptedRunException(@Nullable Throwable cause) {
        this(
                "The run is interrupted. Every revision that was reported as finished is committed, the one that was"
                        + " running is rolled back.",
                GO_ON,
                List.of(),
                cause);
    }

    /** @param after what became of the revision that was running, as a full sentence */
    static InterruptedRunException during(String revision, String after, Throwable cause) {
        return during(revision, after, GO_ON, cause);
    }

    /** The same in the middle of a statement of which a part stays: somebody has to decide how to go on. */
    static InterruptedRunException during(StatementFailedException halfWay) {
        FailedStatement cancelled = halfWay.statement();
        return during(
                cancelled.revision(),
                StatementFailures.afterHalf(cancelled),
                String.valueOf(halfWay.action()),
                halfWay);
    }

    private static InterruptedRunException during(String revision, String after, String action, Throwable cause) {
        return new InterruptedRunException(
                "The run is interrupted while revision \"" + revision + "\" runs. " + after,
                action,
                List.of(revision),
                cause);
    }

    /** The same, and where that leaves the database. */
    InterruptedRunException at(int done, int planned, List<String> current) {
        String where =
                current.isEmpty() ? "at base: nothing is applied" : "at \"" + String.join("\", \"", current) + '"';
        return new InterruptedRunException(
                getMessage() + " " + done + " of " + planned + (planned == 1 ? " step" : " steps")
                        + " of the run are done; the database is " + where + ".",
                action(),
                revisions(),
                this);
    }
}
