package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.graph.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script that was accepted when the revisions were loaded, or one that the database keeps, cannot be read now.
 * Nothing of it was run.
 */
public final class ScriptException extends MigrationException {

    private final transient Origin origin;

    ScriptException(Origin origin, String message, String action, List<String> revisions, @Nullable Throwable cause) {
        super(ErrorCode.BAD_SCRIPT, origin + ": " + message, action, revisions, cause);
        this.origin = origin;
    }

    static ScriptException of(Finding finding, Origin file, List<String> revisions) {
        return new ScriptException(file.atLine(finding.line()), finding.message(), finding.action(), revisions, null);
    }

    /** The file and line. */
    public Origin origin() {
        return origin;
    }
}
