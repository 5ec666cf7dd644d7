package dev.revgraph.faults;

import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.time.Duration;
import java.util.List;

/** Java revisions that change a table page by page; both directions count up, so a page that is done twice shows. */
final class BatchedRevisions {

    /** The pages are small, so that there are many moments between them. */
    private static final int PAGE = 40;

    private BatchedRevisions() {}

    static JavaRevision[] named(List<String> names) {
        return names.stream()
                .map(name -> name.equals("j1") ? new First() : new Second())
                .toArray(JavaRevision[]::new);
    }

    @Revision(id = "j1", revises = "r1", transaction = false)
    static final class First implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            count(context, "up1", Duration.ZERO);
        }

        @Override
        public void downgrade(RevisionContext context) {
            count(context, "down1", Duration.ZERO);
        }
    }

    @Revision(id = "j2", revises = "r3", transaction = false)
    static final class Second implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            count(context, "up2", Duration.ofMillis(5));
        }

        @Override
        public void downgrade(RevisionContext context) {
            count(context, "down2", Duration.ofMillis(5));
        }
    }

    private static void count(RevisionContext context, String column, Duration pause) {
        context.batches(column)
                .over("big", "id")
                .size(PAGE)
                .pause(pause)
                .run("UPDATE big SET " + column + " = " + column + " + 1 WHERE id BETWEEN :first AND :last");
    }
}
