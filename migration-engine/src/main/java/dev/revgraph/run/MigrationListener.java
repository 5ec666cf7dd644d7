package dev.revgraph.run;

/**
 * Hears of what happens during runs, in order, on the thread that runs; of the progress of a statement, and of what the
 * server says meanwhile, on others, perhaps at the same time. A listener that throws is reported in the log and does not
 * stop the run: whether a revision is applied is decided by the database alone.
 */
@FunctionalInterface
public interface MigrationListener {

    void on(MigrationEvent event);
}
