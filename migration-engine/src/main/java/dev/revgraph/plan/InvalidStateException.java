package dev.revgraph.plan;

import dev.revgraph.MigrationException;
import dev.revgraph.graph.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Something must be settled before anything can be applied: a changed file, a gap, a half-done revision … */
public final class InvalidStateException extends MigrationException {

    /** @param problems at least one; the first gives the exception its code and action */
    public InvalidStateException(List<Problem> problems) {
        super(
                problems.get(0).code(),
                problems.size() == 1
                        ? problems.get(0).message() + " Nothing is run."
                        : problems.stream()
                                .map(problem -> "  - " + problem.toLine())
                                .collect(Collectors.joining(
                                        "\n",
                                        problems.size() + " problems must be settled first; nothing is run:\n",
                                        "")),
                problems.size() == 1 ? problems.get(0).action() : "Settle the problems named above.",
                problems.stream()
                        .map(Problem::revision)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .distinct()
                        .toList());
    }
}
