package dev.revgraph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything the engine throws on purpose. It says what the problem is ({@link #getMessage()}, full
 * sentences in the present tense that name the revision, file and line), and what to do next ({@link #action()}).
 * Neither contains a password. Programs tell the cases apart by {@link #code()} and by type, never by the message.
 */
public abstract class MigrationException extends RuntimeException {

    private final ErrorCode code;
    private final String action;
    private final List<String> revisions;

    /** @throws IllegalArgumentException if message or action are blank: whoever reads them has nothing else */
    protected MigrationException(ErrorCode code, String message, String action, List<String> revisions) {
        this(code, message, action, revisions, null);
    }

    protected MigrationException(
            ErrorCode code, String message, String action, List<String> revisions, @Nullable Throwable cause) {
        super(said("message", message), cause);
        this.code = code;
        this.action = said("action", action);
        this.revisions = List.copyOf(revisions);
    }

    private static String said(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("An exception needs its " + what + ", and this one is blank.");
        }
        return text;
    }

    /** What the problem is, never {@code null}. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** What a person can do about it: a command, a property, a change to a file. */
    public String action() {
        return action;
    }

    /** The revisions concerned, or the candidates of an ambiguity, in a stable order; may be empty. */
    public List<String> revisions() {
        return revisions;
    }

    /**
     * What a person at the console should see besides: the statement, what the server said of it. May hold SQL and
     * values of rows, so it is never shown by the endpoint; empty if there is nothing.
     */
    public String details() {
        return "";
    }
}
