package dev.revgraph.graph;

import dev.revgraph.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** The revisions do not form a graph, or cannot be read; carries everything that is wrong with them at once. */
public final class InvalidGraphException extends MigrationException {

    private final transient List<Problem> problems;

    /** @param problems at least one; the first gives the exception its code */
    public InvalidGraphException(List<Problem> problems) {
        super(
                problems.get(0).code(),
                describe(problems),
                problems.size() == 1 ? problems.get(0).action() : "Correct the files named above.",
                problems.stream()
                        .flatMap(problem -> problem.revisions().stream())
                        .distinct()
                        .toList());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        if (problems.size() == 1) {
            Problem only = problems.get(0);
            return (only.origin() == null ? "" : only.origin() + ": ") + only.message();
        }
        return problems.stream()
                .map(problem -> "  - " + problem.toLine())
                .collect(Collectors.joining(
                        "\n", "The revisions have " + problems.size() + " problems; nothing is run:\n", ""));
    }
}
