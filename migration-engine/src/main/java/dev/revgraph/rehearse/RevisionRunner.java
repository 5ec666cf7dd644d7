package dev.revgraph.rehearse;

import dev.revgraph.plan.Move;
import javax.sql.DataSource;

/** The application's revisions, to be run on a database other than its own. */
public interface RevisionRunner {

    /**
     * Does it there.
     *
     * @throws dev.revgraph.MigrationException if it cannot be done, as it would be on the real database
     */
    void run(DataSource database, Move move);
}
