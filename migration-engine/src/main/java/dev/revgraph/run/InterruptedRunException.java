package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The run was told to stop. */
public final class InterruptedRunException extends MigrationException {

    InterruptedRunException(Throwable cause) {
        super(
                ErrorCode.INTERRUPTED,
                "The run is interrupted. Every revision that was reported as finished is committed, the one that was"
                        + " running is rolled back.",
                "Run the command again: it goes on by itself.",
                List.of(),
                cause);
    }
}
