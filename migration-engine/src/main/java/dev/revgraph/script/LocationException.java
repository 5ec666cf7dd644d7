package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A location is written wrongly. That a well-written one is missing is a problem of the revisions instead. */
public final class LocationException extends MigrationException {

    LocationException(String message, String action) {
        super(ErrorCode.USAGE, message, action, List.of());
    }
}
