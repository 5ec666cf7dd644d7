package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/**
 * A target names nothing, several things, or something that cannot be reached; {@link #code()} says which. The action
 * holds the exact text to type instead, {@link #revisions()} the candidates. Nothing has been changed when it is thrown.
 */
public final class TargetException extends MigrationException {

    TargetException(ErrorCode code, String message, String action, List<String> revisions) {
        super(code, message, action, revisions);
    }
}
