package dev.revgraph.revision;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A {@link JavaRevision} without a downgrade is asked for one. Plans find that out before; a direct call ends here. */
public final class NoDowngradeException extends MigrationException {

    NoDowngradeException(Class<?> revision, String id) {
        super(
                ErrorCode.IRREVERSIBLE,
                "The Java revision \"" + id + "\" (" + revision.getName() + ") has no downgrade; nothing was changed.",
                "Override its method downgrade, with an empty body if there is nothing to undo.",
                List.of(id));
    }
}
