package dev.revgraph.cli.authoring;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a line of revisions on top of another one: the lowest revision that the other line does not have gets a new
 * parent, those above it come along.
 *
 * @param lowest the revision whose file changes
 * @param moved it and those that come along, up to the one that was named
 * @param onto the new parent
 */
public record Reparenting(RevisionId lowest, Set<RevisionId> moved, RevisionId onto) {

    private static final Pattern REVISES = Pattern.compile("(?m)^(--[ \\t]*revises[ \\t]*:)[^\\r\\n]*");

    /**
     * Finds what has to change.
     *
     * @throws CommandException if that cannot be; nothing has been written
     */
    public static Reparenting of(RevisionGraph graph, RevisionId revision, RevisionId onto) {
        Set<RevisionId> moved = line(graph, revision);
        moved.removeAll(line(graph, onto));
        List<RevisionId> lowest = moved.stream()
                .filter(id -> graph.parents(id).stream().noneMatch(moved::contains))
                .sorted()
                .toList();
        if (lowest.isEmpty() || graph.closure(List.of(onto)).contains(lowest.get(0))) {
            throw new CommandException(
                    ErrorCode.CYCLE,
                    "Revision \"" + onto + "\" needs \"" + revision
                            + "\", so that one cannot come after it. Nothing has" + " been written.",
                    "Type `history` for how they stand to each other.",
                    List.of(revision.value(), onto.value()));
        }
        if (lowest.size() > 1) {
            List<String> names = lowest.stream().map(RevisionId::value).toList();
            throw new CommandException(
                    ErrorCode.AMBIGUOUS_TARGET,
                    "The line of \"" + revision + "\" begins with several revisions, \"" + String.join("\", \"", names)
                            + "\". Nothing has been written.",
                    "Type `rebase " + names.get(0) + " --onto " + onto + "` to move one of them, or join the heads with"
                            + " `merge`.",
                    names);
        }
        return new Reparenting(lowest.get(0), moved, onto);
    }

    /** A revision and its ancestors. */
    private static Set<RevisionId> line(RevisionGraph graph, RevisionId revision) {
        Set<RevisionId> line = new LinkedHashSet<>(List.of(revision));
        Deque<RevisionId> open = new ArrayDeque<>(line);
        while (!open.isEmpty()) {
            graph.parents(open.remove()).stream().filter(line::add).forEach(open::add);
        }
        return line;
    }

    /** Changes the parent in the file, and nothing else in it. */
    public void writeTo(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Matcher revises = REVISES.matcher(text);
            if (!revises.find()) {
                throw new IOException("it has no line \"-- revises:\"");
            }
            Files.writeString(file, text.substring(0, revises.end(1)) + " " + onto + text.substring(revises.end()));
        } catch (IOException failure) {
            throw new CommandException(
                    ErrorCode.MISSING_LOCATION,
                    "The file \"" + file + "\" cannot be changed: " + failure.getMessage() + ".",
                    "Name the folder of the project's revision files with `--output DIR`.",
                    failure);
        }
    }
}
