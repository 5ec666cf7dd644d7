package dev.revgraph.cli;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command cannot do what it is asked for, for a reason that the engine knows nothing of. Nothing has been changed. */
public final class CommandException extends MigrationException {

    public CommandException(ErrorCode code, String message, String action, List<String> revisions) {
        super(code, message, action, revisions);
    }

    public CommandException(ErrorCode code, String message, String action, @Nullable Throwable cause) {
        super(code, message, action, List.of(), cause);
    }
}
