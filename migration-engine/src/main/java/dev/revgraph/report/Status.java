package dev.revgraph.report;

import java.util.List;

/**
 * How a database stands: the answer to "what state is this database in".
 *
 * @param state one word
 * @param current the current heads: applied revisions with no applied successor
 * @param heads the heads of the application's revisions
 * @param applied how many revisions are applied
 * @param pending what is not applied yet up to the target, in the order it would be applied
 * @param unknown applied revisions that the application does not know
 * @param problems what must be settled first, or is worth a warning
 */
public record Status(
        State state,
        List<String> current,
        List<String> heads,
        int applied,
        List<PendingRevision> pending,
        List<String> unknown,
        List<StatusProblem> problems) {

    public Status {
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        problems = List.copyOf(problems);
    }
}
