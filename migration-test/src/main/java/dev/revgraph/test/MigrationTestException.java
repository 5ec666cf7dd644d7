package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test cannot have its database: no server, no right to create one, no revisions, or an annotation that makes no sense. */
public final class MigrationTestException extends MigrationException {

    MigrationTestException(ErrorCode code, String message, String action, @Nullable Throwable cause) {
        super(code, message, action, List.of(), cause);
    }
}
