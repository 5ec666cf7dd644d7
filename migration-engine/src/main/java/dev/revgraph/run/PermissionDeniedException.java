package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The role lacks a right that the records need. */
public final class PermissionDeniedException extends MigrationException {

    PermissionDeniedException(String message, String action, @Nullable Throwable cause) {
        super(ErrorCode.PERMISSION_DENIED, message, action, List.of(), cause);
    }
}
