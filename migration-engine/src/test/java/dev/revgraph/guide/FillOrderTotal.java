package dev.revgraph.guide;

import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.time.Duration;

@Revision(
        id = "20260207_fill_order_total",
        revises = "20260206_add_order_total",
        description = "Fill the totals of older orders",
        transaction = false)
final class FillOrderTotal implements JavaRevision {

    @Override
    public void upgrade(RevisionContext context) {
        context.batches("totals")
                .over("orders", "id")
                .where("total_cents IS NULL")
                .size(5_000)
                .pause(Duration.ofMillis(50))
                .run("""
                        UPDATE orders SET total_cents = 0
                         WHERE id BETWEEN :first AND :last AND total_cents IS NULL
                        """);
    }

    @Override
    public void downgrade(RevisionContext context) {
        // The column goes with the revision before.
    }
}
