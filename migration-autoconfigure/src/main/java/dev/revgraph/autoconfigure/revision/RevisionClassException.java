package dev.revgraph.autoconfigure.revision;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class carries {@code @Revision} and cannot be used as one. */
public final class RevisionClassException extends MigrationException {

    private final String className;

    RevisionClassException(String className, String reason, String action) {
        this(className, reason, action, null);
    }

    RevisionClassException(String className, String reason, String action, @Nullable Throwable cause) {
        super(
                ErrorCode.BAD_SCRIPT,
                "The class \"" + className + "\" carries @Revision but cannot be used as a revision: " + reason
                        + ". Nothing is run.",
                action,
                List.of(),
                cause);
        this.className = className;
    }

    public String className() {
        return className;
    }
}
