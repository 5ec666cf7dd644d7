package dev.revgraph.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision, as files and database know it.
 *
 * @param state {@code applied}, {@code pending}, {@code running}, {@code unknown}, {@code modified} or
 *     {@code out-of-order}; {@code null} where no database was asked
 * @param kind {@code sql} or {@code java}
 * @param source where it is declared; {@code null} if only the database knows it
 * @param reversible whether it can be undone
 * @param record what the database holds of it; {@code null} if it is not applied
 */
public record RevisionReport(
        String revision,
        String description,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        @Nullable String state,
        String kind,
        @Nullable String source,
        boolean transactional,
        boolean reversible,
        @Nullable AppliedReport record) {

    public RevisionReport {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /**
     * When and by whom a revision was applied.
     *
     * @param millis how long it took, in milliseconds
     * @param statementsFinished for a revision that runs outside a transaction: how many of its statements have
     *     committed
     */
    public record AppliedReport(
            Instant appliedAt,
            String appliedBy,
            @Nullable String application,
            @Nullable String applicationVersion,
            long millis,
            int statementsFinished) {}
}
