package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The database cannot be reached, does not let us in, or went away. */
public final class ConnectionException extends MigrationException {

    ConnectionException(String message, String action, Throwable cause) {
        this(message, action, List.of(), cause);
    }

    ConnectionException(String message, String action, List<String> revisions, Throwable cause) {
        super(ErrorCode.CONNECTION, message, action, revisions, cause);
    }
}
