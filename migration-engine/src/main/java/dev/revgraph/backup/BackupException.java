package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no backup, or it cannot be restored. The database is as it was. */
public final class BackupException extends MigrationException {

    private final String details;

    BackupException(ErrorCode code, String message, String action) {
        this(code, message, action, "", null);
    }

    BackupException(ErrorCode code, String message, String action, String details, @Nullable Throwable cause) {
        super(code, message, action, List.of(), cause);
        this.details = details;
    }

    /** What the program that failed said last; empty if none did. */
    @Override
    public String details() {
        return details;
    }
}
