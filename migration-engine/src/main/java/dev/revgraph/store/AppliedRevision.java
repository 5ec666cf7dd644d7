package dev.revgraph.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of applied revisions, without its downgrade script, which is read when it is needed: the
 * memory for the state of a database does not grow with the text of what was applied.
 *
 * @param seal see {@link RevisionRecord#seal()}
 * @param undoable whether a downgrade script is stored
 * @param progress how far it is, if it runs outside a transaction and has not ended; otherwise {@code null}
 */
public record AppliedRevision(
        String id,
        List<String> parents,
        List<String> dependencies,
        List<String> labels,
        String description,
        RevisionKind kind,
        boolean transactional,
        @Nullable String checksumAlgorithm,
        @Nullable String upgradeChecksum,
        @Nullable String seal,
        boolean undoable,
        @Nullable Progress progress,
        int statementsFinished,
        Instant appliedAt,
        String appliedBy,
        @Nullable String application,
        @Nullable String applicationVersion,
        long millis) {

    public AppliedRevision {
        parents = List.copyOf(parents);
        dependencies = List.copyOf(dependencies);
        labels = List.copyOf(labels);
    }

    public boolean running() {
        return progress != null;
    }

    /**
     * Where a revision without a transaction stands.
     *
     * @param direction {@code upgrade} or {@code downgrade}
     * @param statementsStarted the number of the statement that was begun last, counted from 1
     * @param statementsFinished how many are known to have committed
     * @param statement the statement that was begun last, if it is one that cannot share a transaction with its count:
     *     it is under way, was cut off, or has failed. Otherwise {@code null}
     * @param alive whether the server process that runs it is still at work
     */
    public record Progress(
            String direction,
            int statementsStarted,
            int statementsFinished,
            @Nullable String statement,
            boolean alive) {

        /** Whether it stopped between two statements, so that it is known where to go on. */
        public boolean betweenStatements() {
            return statementsStarted == statementsFinished;
        }
    }
}
