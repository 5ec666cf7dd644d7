package dev.revgraph.sample.revision;

import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.time.Duration;

/**
 * Gives the requests of the past their units. There may be millions of them, so they are done a page at a time; a run
 * that is interrupted goes on where it stopped.
 *
 * <p>The rule is written out here and not shared with the service: what an applied revision did must not change when
 * the price does.
 */
@Revision(
        id = "20250523_backfill_usage_units",
        revises = "20250522_add_usage_units",
        description = "Give older usage logs their units",
        transaction = false)
final class BackfillUsageUnits implements JavaRevision {

    private static final int PAGE = 5_000;
    private static final Duration BREATH = Duration.ofMillis(20);

    @Override
    public void upgrade(RevisionContext context) {
        context.batches("units")
                .over("usage_logs", "id")
                .where("units IS NULL")
                .size(PAGE)
                .pause(BREATH)
                .run("""
                        UPDATE usage_logs
                        SET units = 1 + response_bytes / 1048576
                        WHERE id BETWEEN :first AND :last AND units IS NULL
                        """);
    }

    /** The revision before has no use for the units, and its own downgrade drops them. */
    @Override
    public void downgrade(RevisionContext context) {
        // Nothing to undo.
    }
}
