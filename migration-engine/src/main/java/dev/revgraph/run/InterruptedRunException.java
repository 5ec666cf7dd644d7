package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The run was told to stop, because its process ends or its thread is interrupted. */
public final class InterruptedRunException extends MigrationException {

    private InterruptedRunException(String message, List<String> revisions, @Nullable Throwable cause) {
        super(
                ErrorCode.INTERRUPTED,
                message,
                "Run the same command again, or start the application again: it goes on by itself.",
                revisions,
                cause);
    }

    InterruptedRunException(@Nullable Throwable cause) {
        this(
                "The run is interrupted. Every revision that was reported as finished is committed, the one that was"
                        + " running is rolled back.",
                List.of(),
                cause);
    }

    /** @param after what became of the revision that was running, as a full sentence */
    static InterruptedRunException during(String revision, String after, Throwable cause) {
        return new InterruptedRunException(
                "The run is interrupted while revision \"" + revision + "\" runs. " + after, List.of(revision), cause);
    }

    /** The same, and where that leaves the database. */
    InterruptedRunException at(int done, int planned, List<String> current) {
        String where =
                current.isEmpty() ? "at base: nothing is applied" : "at \"" + String.join("\", \"", current) + '"';
        return new InterruptedRunException(
                getMessage() + " " + done + " of " + planned + (planned == 1 ? " step" : " steps")
                        + " of the run are done; the database is " + where + ".",
                revisions(),
                this);
    }
}
