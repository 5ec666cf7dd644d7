package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A Java revision describes batches that cannot be run. */
public final class BatchException extends MigrationException {

    BatchException(String revision, String message, String action) {
        super(
                ErrorCode.BAD_SCRIPT,
                "The batches of Java revision \"" + revision + "\" cannot be run: " + message,
                action,
                List.of(revision));
    }
}
