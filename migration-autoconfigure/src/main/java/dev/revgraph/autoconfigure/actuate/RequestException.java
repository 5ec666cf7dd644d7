package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The request asks for something that makes no sense, whatever the database holds. */
final class RequestException extends MigrationException {

    RequestException(String message, String action) {
        super(ErrorCode.USAGE, message, action, List.of());
    }
}
