package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, with the place and the way out.
 *
 * @param code what kind of problem
 * @param revision the revision concerned, {@code null} if there is none to name
 * @param origin file and line, {@code null} if it stands in no file
 * @param message what is wrong, full sentences
 * @param action what to do about it
 * @param others further revisions concerned: the rest of a loop, the other owner of a name
 */
public record Problem(
        ErrorCode code,
        @Nullable RevisionId revision,
        @Nullable Origin origin,
        String message,
        String action,
        List<RevisionId> others) {

    public Problem {
        others = List.copyOf(others);
    }

    public Problem(
            ErrorCode code, @Nullable RevisionId revision, @Nullable Origin origin, String message, String action) {
        this(code, revision, origin, message, action, List.of());
    }

    /** All the revisions concerned, by name. */
    List<String> revisions() {
        return Stream.concat(Stream.ofNullable(revision), others.stream())
                .map(RevisionId::value)
                .toList();
    }

    /** The problem as one line for a report: place, message, action. */
    public String toLine() {
        return (origin == null ? "" : origin + ": ") + message + (action.isEmpty() ? "" : " " + action);
    }
}
