package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A statement of the engine's own, not of a revision, fails for a reason that has no name of its own here. */
public final class DatabaseException extends MigrationException {

    DatabaseException(String message, String action, Throwable cause) {
        super(ErrorCode.STATEMENT_FAILED, message, action, List.of(), cause);
    }
}
